import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, link, open, rename, rm, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { v4 as uuid } from "uuid";
import type { PutOptions, StoredObject } from "@/lib/storage";
import { asDiskFull, assertFreeSpace, roomFor } from "./disk-full";
import { inDirectory, isWithoutLinks, syncDirectory } from "./durable";
import { writeBody } from "./write-body";

interface PutObject extends Pick<PutOptions, "onlyNew" | "isHashed" | "sizeBytes"> {
  temporaryDirectory: string;
  path: string;
  chunks: AsyncIterable<Buffer>;
  body: Readable;
  alreadyThere: () => Error;
}

/** Temp file, hash on the way, fsync, then the name: whole and durable, or not at all. */
export async function putObject(request: PutObject): Promise<StoredObject> {
  const temporary = join(request.temporaryDirectory, uuid());
  const hash = createHash("sha256");
  try {
    await assertFreeSpace(request.temporaryDirectory, request.sizeBytes ?? 0);
    const file = await open(temporary, "wx");
    let sizeBytes: number;
    try {
      const onChunk = (chunk: Buffer) => void hash.update(chunk);
      const room = request.sizeBytes === undefined && roomFor(request.temporaryDirectory);
      const options = {
        ...(request.isHashed ? {} : { onChunk }),
        ...(room ? { beforeWrite: room } : {}),
      };
      sizeBytes = await writeBody(file, request.chunks, { position: 0, ...options });
      await file.datasync();
    } finally {
      await file.close();
    }
    const stored = { sizeBytes, sha256: hash.digest("hex") };
    await publish(temporary, request, stored);
    return stored;
  } catch (error) {
    await rm(temporary, { force: true });
    throw asDiskFull(error);
  } finally {
    request.body.destroy();
  }
}

async function publish(temporary: string, request: PutObject, stored: StoredObject) {
  const { path, onlyNew, alreadyThere } = request;
  const directory = dirname(path);
  if (!onlyNew) {
    await inDirectory(directory, () => rename(temporary, path));
  } else {
    try {
      await inDirectory(directory, () => moveUnlessTaken(temporary, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (request.isHashed || (await hashOf(path)) !== stored.sha256) throw alreadyThere();
      await unlink(temporary);
    }
  }
  await syncDirectory(directory);
}

/** Unlike rename, link refuses a name that is taken. */
async function moveUnlessTaken(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
    await unlink(from);
  } catch (error) {
    if (!isWithoutLinks(error)) throw error;
    const taken = await access(to).then(
      () => true,
      () => false,
    );
    if (taken) throw Object.assign(new Error("taken"), { code: "EEXIST" });
    await rename(from, to);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
