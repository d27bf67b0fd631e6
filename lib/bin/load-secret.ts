import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "@/lib/config";
import { keptSecret } from "@/lib/secrets";

/** AUTH_SECRET, or the one kept in the data directory. */
export async function loadSecret(config: Config): Promise<string> {
  if (config.AUTH_SECRET) return config.AUTH_SECRET;
  await mkdir(config.dataDir, { recursive: true });
  return keptSecret(join(config.dataDir, "secret"), 48);
}
