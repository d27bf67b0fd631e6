import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

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
