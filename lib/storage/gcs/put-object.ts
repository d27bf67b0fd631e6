import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { File } from "@google-cloud/storage";
import type { PutOptions, StoredObject } from "../driver";
import { hashChunks } from "../hash-chunks";
import { cacheControl } from "./gcs-urls";

interface PutObject extends Pick<PutOptions, "isHashed"> {
  file: File;
  chunks: AsyncIterable<Buffer>;
  contentType: string;
  /** As far as it is known. */
  sizeBytes: number | undefined;
  onlyNew: boolean;
}

/** Above, a cut line is taken up again where it broke; below, one request is cheaper. */
const resumableFrom = 8 * 1024 ** 2;
const chunkSize = 16 * 1024 ** 2;

/** Writes a whole object and hashes it on the way. What breaks off never becomes one. */
export async function putObject(request: PutObject): Promise<StoredObject> {
  const { file, chunks, contentType, sizeBytes = resumableFrom, onlyNew, isHashed } = request;
  const hashed = hashChunks(chunks, { isHashed: isHashed ?? false });
  const resumable = sizeBytes >= resumableFrom;
  const target = file.createWriteStream({
    ...{ resumable, validation: false, metadata: { contentType, cacheControl } },
    ...(resumable ? { chunkSize } : {}),
    ...(onlyNew ? { preconditionOpts: { ifGenerationMatch: 0 } } : {}),
  });
  await pipeline(Readable.from(hashed.chunks), target);
  return hashed.result();
}
