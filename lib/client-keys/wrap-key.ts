import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Names a master key without telling anything of it. */
export function masterKeyIdOf(masterKey: Buffer): string {
  return createHash("sha256")
    .update("vitrine-master-key")
    .update(masterKey)
    .digest("hex")
    .slice(0, 16);
}

/** Sealed for one client and one id, so that no row is good in another's place. */
export function wrapKey(masterKey: Buffer, key: Buffer, name: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, masterKey, nonce);
  cipher.setAAD(Buffer.from(name));
  const body = Buffer.concat([cipher.update(key), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** undefined: wrapped with another master key, or damaged. */
export function unwrapKey(
  masterKey: Buffer,
  wrapped: Uint8Array,
  name: string,
): Buffer | undefined {
  const bytes = Buffer.from(wrapped);
  const begin = nonceBytes + tagBytes;
  if (bytes.length <= begin) return undefined;
  const decipher = createDecipheriv(algorithm, masterKey, bytes.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(nonceBytes, begin));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(begin)), decipher.final()]);
  } catch {
    return undefined;
  }
}
