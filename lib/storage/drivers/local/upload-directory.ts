import { mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { v4 as uuid } from "uuid";
import type { UploadRequest } from "@/lib/storage";
import { inDirectory, isMissing, syncDirectory } from "./durable";

// An open upload is a directory: `data`, one sparse file of the final size; `expires`; `key`; and
// for every part that is durable in it an empty file that bears the part's number.
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface UploadDirectory {
  path: string;
  data: string;
  marker(partNumber: number): string;
}

export function uploadDirectory(uploads: string, storeUploadId: string | undefined) {
  if (!storeUploadId || !uuidPattern.test(storeUploadId)) return undefined;
  const path = join(uploads, storeUploadId);
  return { path, data: join(path, "data"), marker: (n: number) => join(path, String(n)) };
}

export async function makeUploadDirectory(
  uploads: string,
  { key, sizeBytes, expiresAt }: Pick<UploadRequest, "key" | "sizeBytes" | "expiresAt">,
): Promise<string> {
  const storeUploadId = uuid();
  const path = join(uploads, storeUploadId);
  try {
    await mkdir(path);
    await writeFile(join(path, "expires"), expiresAt.toISOString());
    await writeFile(join(path, "key"), key);
    const file = await open(join(path, "data"), "wx");
    try {
      await file.truncate(sizeBytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncDirectory(path);
    await syncDirectory(uploads);
    return storeUploadId;
  } catch (error) {
    await rm(path, { recursive: true, force: true });
    throw error;
  }
}

/** Numbers of the parts that are whole and durable, in order. Empty when there is no upload. */
export async function arrivedParts(directory: UploadDirectory): Promise<number[]> {
  try {
    const names = await readdir(directory.path);
    return names
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .sort((a, b) => a - b);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Gives the whole file its final name. Nothing happens when another process was first. */
export async function publishUpload(directory: UploadDirectory, path: string): Promise<void> {
  const target = dirname(path);
  try {
    await stat(directory.data);
    await inDirectory(target, () => rename(directory.data, path));
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  await syncDirectory(target);
  await rm(directory.path, { recursive: true, force: true, maxRetries: 3 });
}
