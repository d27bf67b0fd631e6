import { isPending, type UploadItem } from "./upload-item";

export interface UploadTotals {
  files: number;
  done: number;
  failed: number;
  paused: number;
  /** Queued or under way. */
  pending: number;
  waitingForConnection: boolean;
  sentBytes: number;
  sizeBytes: number;
  /** 0 to 100; an upload of empty files only counts by files. */
  percent: number;
}

/** Failed files do not count in bytes, or the total would never be reached. */
export function totalsOf(items: readonly UploadItem[]): UploadTotals {
  const counted = items.filter(({ phase }) => phase !== "failed");
  const sentBytes = sum(counted, ({ sentBytes }) => sentBytes);
  const sizeBytes = sum(counted, ({ sizeBytes }) => sizeBytes);
  const done = count(items, "done");
  return {
    files: items.length,
    done,
    failed: count(items, "failed"),
    paused: count(items, "paused"),
    pending: items.filter(isPending).length,
    waitingForConnection: items.some(({ waitingFor }) => waitingFor === "connection"),
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
