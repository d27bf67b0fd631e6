import { access, open, writeFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { asDiskFull } from "./disk-full";
import { isMissing } from "./durable";
import type { UploadDirectory } from "./upload-directory";
import { writeBody } from "./write-body";

interface PutPart {
  directory: UploadDirectory;
  partNumber: number;
  start: number;
  chunks: AsyncIterable<Buffer>;
  body: Readable;
  gone: () => Error;
  superseded: () => Error;
}

/** Writes parts in place, each made durable before its marker says that it is there. */
export function createPartWriter() {
  const writing = new Map<string, { body: Readable; done: Promise<void> }>();

  return async function putPart(request: PutPart): Promise<void> {
    const marker = request.directory.marker(request.partNumber);
    // A phone that lost its connection sends again while the old one is still thought alive.
    const older = writing.get(marker);
    older?.body.destroy(request.superseded());
    const done = (older?.done ?? Promise.resolve()).then(() => write(request, marker));
    const mine = { body: request.body, done: done.catch(() => {}) };
    writing.set(marker, mine);
    try {
      await done;
    } catch (error) {
      throw isMissing(error) ? request.gone() : asDiskFull(error);
    } finally {
      if (writing.get(marker) === mine) writing.delete(marker);
      request.body.destroy();
    }
  };
}

async function write({ directory, start, chunks }: PutPart, marker: string): Promise<void> {
  if (await exists(marker)) {
    for await (const _ of chunks) {
      // What is durable stays; the body is read so that its sender gets an answer.
    }
    return;
  }
  const file = await open(directory.data, "r+");
  try {
    // Once finished the file has another name, and must not change under it.
    const beforeWrite = () => access(directory.data);
    await writeBody(file, chunks, { position: start, beforeWrite });
    await file.datasync();
  } finally {
    await file.close();
  }
  await writeFile(marker, "");
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
