import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";

type Purpose = "data-url" | "media-url" | "receipt" | "setup" | "device" | "import";

/** Keys for one purpose each, all derived from one secret (RFC 5869). */
export interface Secrets {
  /** For next-auth's session cookies. */
  session: string;
  sign(purpose: Purpose, text: string): string;
  verify(purpose: Purpose, text: string, mac: string): boolean;
  /** So that who reads the database alone cannot read it. */
  seal(purpose: Purpose, text: string): string;
  /** undefined: sealed with another secret, or damaged. */
  unseal(purpose: Purpose, sealed: string): string | undefined;
}

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

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
    seal(purpose, text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, keyOf(`seal ${purpose}`), nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    unseal(purpose, sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      const begin = nonceBytes + tagBytes;
      if (bytes.length < begin) return undefined;
      const nonce = bytes.subarray(0, nonceBytes);
      const decipher = createDecipheriv(algorithm, keyOf(`seal ${purpose}`), nonce);
      decipher.setAuthTag(bytes.subarray(nonceBytes, begin));
      try {
        return decipher.update(bytes.subarray(begin), undefined, "utf8") + decipher.final("utf8");
      } catch {
        return undefined;
      }
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
