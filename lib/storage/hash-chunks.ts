import { createHash } from "node:crypto";

/** Passes chunks on; once all have gone by, `result` tells how many bytes, and their SHA-256. */
export function hashChunks(chunks: AsyncIterable<Buffer>, { isHashed = false } = {}) {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  async function* hashed() {
    for await (const chunk of chunks) {
      if (!isHashed) hash.update(chunk);
      sizeBytes += chunk.length;
      yield chunk;
    }
  }
  return { chunks: hashed(), result: () => ({ sizeBytes, sha256: hash.digest("hex") }) };
}

/** SHA-256 of a whole body, lower-case hex. */
export async function sha256Of(body: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of body) hash.update(chunk);
  return hash.digest("hex");
}
