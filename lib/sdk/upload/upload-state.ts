import {
  type Duplicate,
  isUnderWay,
  type UploadFailure,
  type UploadItem,
  type WaitingFor,
} from "./upload-item";

export type UploadEvent =
  | { type: "added"; items: UploadItem[] }
  /** From before a reload, or from a tab that was closed. */
  | { type: "restored"; items: UploadItem[] }
  | { type: "started"; id: string }
  | { type: "created"; id: string; uploadId: string; artifactId: string }
  | { type: "sent"; id: string; sentBytes: number }
  | { type: "waiting"; id: string; waitingFor: WaitingFor }
  | { type: "finishing"; id: string }
  | { type: "done"; id: string }
  /** The server has looked into it; `detail` is a sentence. */
  | { type: "unusable"; id: string; detail: string }
  | { type: "failed"; id: string; failure: UploadFailure }
  | { type: "paused"; id: string }
  | { type: "kept"; id: string }
  | { type: "duplicate"; id: string; duplicates: readonly Duplicate[] }
  /** Pause ended, retry after a failure, the file was chosen again, both are to be kept. */
  | { type: "resumed"; id: string }
  | { type: "removed"; id: string };

/** Pure: what the queue looks like after an event. Events that come too late change nothing. */
export function nextState(items: readonly UploadItem[], event: UploadEvent): readonly UploadItem[] {
  if (event.type === "added" || event.type === "restored") return [...items, ...event.items];
  if (event.type === "removed") return items.filter(({ id }) => id !== event.id);
  const index = items.findIndex(({ id }) => id === event.id);
  const item = items[index];
  if (!item) return items;
  const next = nextItem(item, event);
  return next === item ? items : items.with(index, next);
}

type ItemEvent = Exclude<UploadEvent, { type: "added" | "restored" | "removed" }>;

function nextItem(item: UploadItem, event: ItemEvent): UploadItem {
  switch (event.type) {
    case "started":
      return item.phase === "queued" ? { ...item, phase: "preparing" } : item;
    case "paused":
      return item.phase === "queued" || isUnderWay(item) ? still(item, "paused") : item;
    case "resumed":
      return isOffTheRoad(item) ? still(item, "queued") : item;
    case "unusable":
      return item.phase === "done" ? unusable(item, event.detail) : item;
    case "kept":
      return item.phase === "done" ? item : { ...item, kept: true };
    // The answer to create may come after "pause" was pressed; it must not be lost.
    case "created":
      return { ...moving(item), uploadId: event.uploadId, artifactId: event.artifactId };
  }
  if (!isUnderWay(item)) return item;
  switch (event.type) {
    case "sent":
      return { ...moving(item), phase: "sending", sentBytes: event.sentBytes };
    case "duplicate":
      return { ...still(item, "asking"), duplicates: event.duplicates };
    case "waiting":
      return { ...item, waitingFor: event.waitingFor };
    case "finishing":
      return { ...moving(item), phase: "finishing", sentBytes: item.sizeBytes };
    case "done":
      return { ...moving(item), phase: "done", sentBytes: item.sizeBytes };
    case "failed":
      return { ...afterFailure(item, event.failure), failure: event.failure };
  }
}

/** The upload itself is over: there is nothing to take back. */
function unusable({ uploadId: _, ...item }: UploadItem, detail: string): UploadItem {
  return { ...item, phase: "failed", failure: { reason: "unusable", detail } };
}

function isOffTheRoad({ phase }: UploadItem): boolean {
  return !["queued", "preparing", "sending", "finishing", "done"].includes(phase);
}

function still(item: UploadItem, phase: "paused" | "queued" | "asking"): UploadItem {
  const { failure: _, waitingFor: __, duplicates: ___, ...rest } = item;
  return { ...rest, phase };
}

function moving({ waitingFor: _, ...item }: UploadItem): UploadItem {
  return item;
}

function afterFailure(item: UploadItem, { reason }: UploadFailure): UploadItem {
  const failed: UploadItem = { ...moving(item), phase: "failed" };
  // What the server has thrown away cannot be continued: a retry begins anew.
  if (reason !== "removed") return failed;
  const { uploadId: _, artifactId: __, ...rest } = failed;
  return { ...rest, sentBytes: 0 };
}

/** Those that may begin now, oldest first. */
export function startable(items: readonly UploadItem[], atOnce: number): UploadItem[] {
  const free = atOnce - items.filter(isUnderWay).length;
  return items.filter(({ phase }) => phase === "queued").slice(0, Math.max(0, free));
}
