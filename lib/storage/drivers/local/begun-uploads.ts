import { opendir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BegunUpload } from "@/lib/storage";
import { isMissing } from "./durable";

/** A client's uploads in parts. One that an older version began tells no key, and is swept only. */
export async function* begunUploads(
  uploads: string,
  clientId: string,
): AsyncGenerator<BegunUpload> {
  for await (const { name: storeUploadId } of await opendir(uploads)) {
    const path = join(uploads, storeUploadId, "key");
    try {
      const key = await readFile(path, "utf8");
      // Written once, when the upload was opened.
      const { mtime: openedAt } = await stat(path);
      if (key.startsWith(`${clientId}/`)) yield { key, storeUploadId, openedAt };
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}
