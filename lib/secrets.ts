import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";

type Purpose = "data-url" | "media-url" | "receipt" | "setup" | "device";

/** Keys for one purpose each, all derived from one secret (RFC 5869). */
export interface Secrets {
  /** For next-auth's session cookies. */
  session: string;
  sign(purpose: Purpose, text: string): string;
  verify(purpose: Purpose, text: string, mac: string): boolean;
}

export function deriveSecrets(secret: string): Secrets {
  const derive = (info: string) => Buffer.from(hkdfSync("sha256", secret, "vitrine", info, 32));
  const keys = new Map<string, Buffer>();
  const keyOf = (purpose: string) => {
    const key = keys.get(purpose) ?? derive(purpose);
    keys.set(purpose, key);
    return key;
  };
  const sign: Secrets["sign"] = (purpose, text) =>
    createHmac("sha256", keyOf(purpose)).update(text).digest("base64url");

  return {
    session: derive("session").toString("base64url"),
    sign,
    verify(purpose, text, mac) {
      const expected = Buffer.from(sign(purpose, text));
      const given = Buffer.from(mac);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}

/** The secret that a file keeps; made by whoever comes first, at least 32 characters. */
export async function keptSecret(path: string, randomByteCount: number): Promise<string> {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const fresh = randomBytes(randomByteCount).toString("base64url");
  await writeFile(draft, fresh, { mode: 0o600, flag: "wx" });
  // link() fails when the name is there, so of several processes the first one's secret stays.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft);
  const secret = await readFile(path, "utf8");
  if (secret.length < 32) throw new Error(`${path} is damaged: delete it to make a new one`);
  return secret;
}
