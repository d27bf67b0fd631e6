import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Driver } from "../driver";
import { failed } from "./finding";

const contentType = "application/octet-stream";

/** This server's own way: put, size, read whole and in part, delete. */
export async function checkObjects(driver: Driver, key: string): Promise<void> {
  const bytes = randomBytes(64 * 1024);
  const body = Readable.from([bytes]);
  try {
    const stored = await driver.put(key, body, { contentType, sizeBytes: bytes.length });
    if (stored.sha256 !== createHash("sha256").update(bytes).digest("hex")) throw failed("hash");
    if ((await driver.head(key)).sizeBytes !== bytes.length) throw failed("size");
    if (!(await buffer(await driver.get(key))).equals(bytes)) throw failed("bytes");
    const piece = await buffer(await driver.get(key, { start: 10, end: 19 }));
    if (!piece.equals(bytes.subarray(10, 20))) throw failed("range");
  } catch (error) {
    await driver.delete(key).catch(() => {});
    throw error;
  }
  await driver.delete(key);
  const isGone = await driver.head(key).then(
    () => false,
    () => true,
  );
  if (!isGone) throw failed("delete");
}
