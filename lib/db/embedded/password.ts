import { createHmac, randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export type DatabaseRole = "postgres" | "vitrine";
export type PasswordOf = (role: DatabaseRole) => string;

/** Both roles' passwords come from one random file of the data directory, made once. */
export async function passwords(dataDir: string): Promise<PasswordOf> {
  const path = join(dataDir, "postgres.password");
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(draft, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  // link() fails when the name is there, so of several processes the first one's file stays.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft);
  const secret = await readFile(path, "utf8");
  return (role) => createHmac("sha256", secret).update(role).digest("base64url");
}
