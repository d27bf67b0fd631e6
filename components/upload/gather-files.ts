import type { ChosenFile } from "@/lib/sdk";

/** What a drop, a dialog or the clipboard holds. */
export interface Gathered {
  files: ChosenFile[];
  /** Hidden and system files, which nobody means. */
  skipped: number;
  /** Broken links, folders that may not be read. */
  unreadable: number;
  /** The one folder that all came from. */
  folder?: string;
  isTooMany: boolean;
}

export const maxFilesAtOnce = 1_000;

/** Files of a dialog; with a folder they say where in it they lie. */
export function gatherChosen(files: readonly File[]): Gathered {
  // A file that was chosen by itself is meant, whatever its name.
  const kept = files.filter((file) => !file.webkitRelativePath.split("/").some(isHidden));
  const tops = new Set(files.map((file) => file.webkitRelativePath.split("/")[0] ?? ""));
  return gathered(
    kept.map((file) => ({ file })),
    files.length - kept.length,
    tops,
  );
}

/** Files of a drop, those inside folders too. Must be called in the event itself. */
export async function gatherDrop(transfer: DataTransfer): Promise<Gathered> {
  // The list of items is emptied when the event ends: take all before waiting for any.
  const taken = [...transfer.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return entry ? [{ entry, handle: entry.isFile ? handleOf(item) : undefined }] : [];
  });
  if (taken.length === 0) return gatherChosen([...transfer.files]);
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

function gathered(files: ChosenFile[], skipped: number, tops: ReadonlySet<string>): Gathered {
  const [folder] = tops;
  const isOneFolder = tops.size === 1 && folder !== undefined && folder !== "";
  const isTooMany = files.length > maxFilesAtOnce;
  return { files, skipped, unreadable: 0, isTooMany, ...(isOneFolder ? { folder } : {}) };
}

/** Chromium remembers by it where the file is. */
interface WithHandle extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

async function handleOf(item: WithHandle): Promise<FileSystemFileHandle | undefined> {
  try {
    const handle = await item.getAsFileSystemHandle?.();
    return handle?.kind === "file" ? (handle as FileSystemFileHandle) : undefined;
  } catch {
    return undefined;
  }
}

function isHidden(name: string): boolean {
  return name.startsWith(".") || /^(thumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN)$/i.test(name);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
