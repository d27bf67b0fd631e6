export interface Dropped {
  entry: FileSystemEntry;
  handle: Promise<FileSystemFileHandle | undefined> | undefined;
}

/** What a drop holds. Must be called in the event itself: the list of items is emptied after it. */
export function takeDrop(transfer: DataTransfer): Dropped[] {
  return [...transfer.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return entry ? [{ entry, handle: entry.isFile ? handleOf(item) : undefined }] : [];
  });
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
