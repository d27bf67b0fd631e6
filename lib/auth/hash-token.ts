import { createHash } from "node:crypto";

/** How every token of ours is kept: a random token needs no slow hash. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
