import { addClientKey } from "@/lib/client-keys";
import type { Runtime } from "@/lib/runtime";
import { assertClient } from "./assert-client";
import type { Out } from "./out";

/** Another key for a client's new files; `storage rewrite` brings the old ones to it. */
export async function clientRotateKey(
  { db, config }: Runtime,
  clientId: string,
  out: Out,
): Promise<number> {
  await assertClient(db, clientId);
  const { masterKeys, isEncrypted } = config.layers;
  if (!isEncrypted) throw new Error("Files are not encrypted here: set ENABLE_ENCRYPTION.");
  await addClientKey(db, masterKeys, clientId);
  out.write(
    `New files of ${clientId} are encrypted with another key within ten seconds.\n` +
      `Those that are there keep theirs: npx vitrine storage rewrite --client ${clientId}\n`,
  );
  return 0;
}
