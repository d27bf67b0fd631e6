import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The URL that the application itself uses: one made from the files of the data directory. */
export function databaseUrlOf(dataDir: string): string {
  const secret = readFileSync(join(dataDir, "postgres.password"), "utf8");
  const port = readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  const password = createHmac("sha256", secret).update("vitrine").digest("base64url");
  return `postgresql://vitrine:${password}@127.0.0.1:${port}/vitrine`;
}
