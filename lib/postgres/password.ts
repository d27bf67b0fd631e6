import { createHmac } from "node:crypto";
import { join } from "node:path";
import { keptSecret } from "@/lib/secrets";

export type DatabaseRole = "postgres" | "vitrine";
export type PasswordOf = (role: DatabaseRole) => string;

/** Both roles' passwords come from one random file of the data directory, made once. */
export async function passwords(dataDir: string): Promise<PasswordOf> {
  const secret = await keptSecret(join(dataDir, "postgres.password"), 24);
  return (role) => createHmac("sha256", secret).update(role).digest("base64url");
}
