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

export function gathered(
  files: ChosenFile[],
  skipped: number,
  tops: ReadonlySet<string>,
): Gathered {
  const [folder] = tops;
  const isOneFolder = tops.size === 1 && folder !== undefined && folder !== "";
  const isTooMany = files.length > maxFilesAtOnce;
  return { files, skipped, unreadable: 0, isTooMany, ...(isOneFolder ? { folder } : {}) };
}

export function isHidden(name: string): boolean {
  return name.startsWith(".") || /^(thumbs\.db|desktop\.ini|__MACOSX|\$RECYCLE\.BIN)$/i.test(name);
}
