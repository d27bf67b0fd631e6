import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { Context } from "@/lib/context";
import { isServed, partCount, signReceipt } from "@/lib/storage";
import { testSecrets } from "./test-runtime";

interface Sent {
  sha256: string;
  /** Of a single PUT; what the data plane answers. */
  receipt: string | undefined;
}

/** What the data plane does with the bytes of an open upload, without HTTP. */
export async function sendBytes(ctx: Context, uploadId: string, bytes: Buffer): Promise<Sent> {
  const { clientId } = ctx;
  const row = await ctx.db.upload.findUniqueOrThrow({
    where: { clientId_id: { clientId, id: uploadId } },
  });
  const driver = ctx.storage.at(row);
  if (!isServed(driver)) throw new Error(`${driver.backendId} is not served by us`);
  const { stagingKey: key, contentType } = row;
  if (row.partSizeBytes === null) {
    const options = { contentType, sizeBytes: bytes.length, onlyNew: true };
    const stored = await driver.put(key, Readable.from([bytes]), options);
    return { sha256: stored.sha256, receipt: signReceipt(testSecrets, { key, ...stored }) };
  }
  const partSizeBytes = row.partSizeBytes;
  const target = {
    ...{ key, partSizeBytes, sizeBytes: Number(row.sizeBytes) },
    storeUploadId: row.storeUploadId ?? undefined,
  };
  for (let number = 1; number <= partCount(target); number += 1) {
    const piece = bytes.subarray((number - 1) * partSizeBytes, number * partSizeBytes);
    await driver.putPart(target, number, Readable.from([piece]));
  }
  return { sha256: createHash("sha256").update(bytes).digest("hex"), receipt: undefined };
}
