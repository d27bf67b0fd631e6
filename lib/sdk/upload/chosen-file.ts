/** A file as it came: from a dialog, a drop, a folder, the clipboard. */
export interface ChosenFile {
  file: File;
  /** Where the browser gives one: finds the file again after a reload. */
  handle?: FileSystemFileHandle;
}

export function isSameFile(
  { name, size, lastModified }: File,
  known: { name: string; sizeBytes: number; lastModified: number },
): boolean {
  return name === known.name && size === known.sizeBytes && lastModified === known.lastModified;
}

const endBytes = 64 * 1024;

/** Beginning and end of a file: enough to tell another one of the same size, and read at once. */
export function endsOf(file: Blob): Blob {
  return new Blob([file.slice(0, endBytes), file.slice(-endBytes)]);
}
