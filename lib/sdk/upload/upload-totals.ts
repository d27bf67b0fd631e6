import { isPending, isWaitingForPerson, type UploadItem } from "./upload-item";

export interface UploadTotals {
  files: number;
  done: number;
  failed: number;
  paused: number;
  /** The person has to choose the file again, or to say whether a duplicate is wanted. */
  waitingForPerson: number;
  /** Queued or under way. */
  pending: number;
  waitingForConnection: boolean;
  waitingForStorage: boolean;
  sentBytes: number;
  sizeBytes: number;
  /** 0 to 100; an upload of empty files only counts by files. */
  percent: number;
}

/** What does not go on by itself does not count in bytes, or the total would never be reached. */
export function totalsOf(items: readonly UploadItem[]): UploadTotals {
  const counted = items.filter((item) => item.phase !== "failed" && !isWaitingForPerson(item));
  const sentBytes = sum(counted, ({ sentBytes }) => sentBytes);
  const sizeBytes = sum(counted, ({ sizeBytes }) => sizeBytes);
  const done = count(items, "done");
  return {
    files: items.length,
    done,
    failed: count(items, "failed"),
    paused: count(items, "paused"),
    waitingForPerson: items.filter(isWaitingForPerson).length,
    pending: items.filter(isPending).length,
    waitingForConnection: items.some(({ waitingFor }) => waitingFor === "connection"),
    waitingForStorage: items.some(({ waitingFor }) => waitingFor === "storage"),
    sentBytes,
    sizeBytes,
    percent: percentOf(sizeBytes > 0 ? sentBytes : done, sizeBytes || counted.length),
  };
}

function percentOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, (part / whole) * 100) : 0;
}

function count(items: readonly UploadItem[], phase: UploadItem["phase"]): number {
  return items.filter((item) => item.phase === phase).length;
}

function sum(items: readonly UploadItem[], value: (item: UploadItem) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
