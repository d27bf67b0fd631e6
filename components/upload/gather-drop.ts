import { type Gathered, gathered, isHidden, maxFilesAtOnce } from "./gather-files";
import type { Dropped } from "./take-drop";

/** The files of a drop, those inside folders too. */
export async function gatherDrop(taken: readonly Dropped[]): Promise<Gathered> {
  const found: Found = { files: [], skipped: 0, unreadable: 0 };
  for (const { entry, handle } of taken) await gather(entry, found, await handle);
  const tops = new Set(taken.map(({ entry }) => (entry.isDirectory ? entry.name : "")));
  return { ...gathered(found.files, found.skipped, tops), unreadable: found.unreadable };
}

type Found = Pick<Gathered, "files" | "skipped" | "unreadable">;

async function gather(
  entry: FileSystemEntry,
  found: Found,
  handle?: FileSystemFileHandle,
): Promise<void> {
  if (isHidden(entry.name)) {
    found.skipped += 1;
  } else if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(
      () => undefined,
    );
    if (file) found.files.push({ file, ...(handle ? { handle } : {}) });
    else found.unreadable += 1;
  } else if (isDirectory(entry)) {
    const reader = entry.createReader();
    // Chrome answers 100 at a time, and an empty batch at the end.
    while (found.files.length <= maxFilesAtOnce) {
      const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      ).catch(() => undefined);
      if (!batch) found.unreadable += 1;
      if (!batch || batch.length === 0) return;
      for (const inside of batch) await gather(inside, found);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
