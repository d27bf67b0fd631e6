import type { Readable } from "node:stream";
import type { File } from "@google-cloud/storage";
import type { ByteRange } from "../driver";

/** The bytes, once the store has said that they are there: an answer's head may wait for that. */
export function openObject(file: File, range?: ByteRange): Promise<Readable> {
  const stream = file.createReadStream({ ...range, validation: false, decompress: false });
  return new Promise((resolve, reject) => {
    stream.once("response", ({ statusCode = 200 }: { statusCode?: number }) => {
      // A refusal is read to its end and comes as an error.
      if (statusCode < 300) resolve(stream);
    });
    stream.once("error", reject);
    // The library asks when it is first read from.
    stream.read(0);
  });
}
