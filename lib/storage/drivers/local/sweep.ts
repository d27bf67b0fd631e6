import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./durable";

const graceMs = 24 * 60 * 60 * 1000;

/** Removes what processes that were killed left behind a day ago or longer. */
export async function sweep(
  { temporary, uploads }: { temporary: string; uploads: string },
  now = Date.now(),
): Promise<number> {
  let removed = 0;
  for (const directory of [temporary, uploads]) {
    for (const name of await readdir(directory)) {
      const path = join(directory, name);
      if (now - (await lastNeeded(path)) < graceMs) continue;
      await rm(path, { recursive: true, force: true });
      removed += 1;
    }
  }
  return removed;
}

/** When it was last written to or, for an upload, when it expires, if that is later. */
async function lastNeeded(path: string): Promise<number> {
  try {
    const { mtimeMs } = await stat(path);
    const expires = await readFile(join(path, "expires"), "utf8").catch(() => "");
    return Math.max(mtimeMs, Date.parse(expires) || 0);
  } catch (error) {
    // Another process was first.
    if (isMissing(error)) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
