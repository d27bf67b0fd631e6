import { contentTypeOf } from "./content-type";
import { judgeFailure } from "./judge-failure";
import { sendFile } from "./send-file";
import { createSpeedometer } from "./speedometer";
import type { UploadEnv } from "./upload-env";
import { canRetry, isPending, type UploadItem } from "./upload-item";
import { nextState, startable, type UploadEvent } from "./upload-state";

export interface UploadSnapshot {
  items: readonly UploadItem[];
  /** Of all files together; undefined until it is known. */
  bytesPerSecond: number | undefined;
}

export interface UploadQueue {
  getSnapshot(): UploadSnapshot;
  subscribe(listener: () => void): () => void;
  /** Every event, at once; for what has to happen once (a toast, a refetch). */
  onEvent(listener: (event: UploadEvent, item: UploadItem | undefined) => void): () => void;
  add(files: readonly File[]): void;
  pause(id: string): void;
  resume(id: string): void;
  retry(id: string): void;
  cancel(id: string): void;
  pauseAll(): void;
  resumeAll(): void;
  /** Forgets rows that are done or failed. */
  clearFinished(): void;
  fileOf(artifactId: string): File | undefined;
}

const filesAtOnce = 3;
const progressEveryMs = 200;

interface Work {
  file: File;
  stop?: AbortController;
  attempt?: Promise<void>;
  hash?: Promise<string | undefined>;
  hashing: AbortController;
}

export function createUploadQueue(env: UploadEnv): UploadQueue {
  const work = new Map<string, Work>();
  const files = new Map<string, File>();
  const listeners = new Set<() => void>();
  const eventListeners = new Set<(event: UploadEvent, item: UploadItem | undefined) => void>();
  const speedometer = createSpeedometer();
  let snapshot: UploadSnapshot = { items: [], bytesPerSecond: undefined };
  let items: readonly UploadItem[] = [];
  let toldAt = 0;
  let count = 0;

  function emit(event: UploadEvent): void {
    const before = items;
    const old = "id" in event ? find(event.id) : undefined;
    items = nextState(items, event);
    if (items === before) return;
    const item = "id" in event ? find(event.id) : undefined;
    if (event.type === "sent" && old && item) {
      speedometer.record(item.sentBytes - old.sentBytes, env.clock.now());
      if (env.clock.now() - toldAt < progressEveryMs && item.sentBytes < item.sizeBytes) return;
    }
    for (const listener of eventListeners) listener(event, item ?? old);
    startMore();
    tell();
  }

  function tell(): void {
    if (!items.some(isPending)) speedometer.reset();
    toldAt = env.clock.now();
    snapshot = { items, bytesPerSecond: speedometer.bytesPerSecond(toldAt) };
    for (const listener of listeners) listener();
  }

  function startMore(): void {
    for (;;) {
      const next = startable(items, filesAtOnce)[0];
      if (!next) return;
      items = nextState(items, { type: "started", id: next.id });
      start(next.id);
    }
  }

  function start(id: string): void {
    const mine = work.get(id);
    if (!mine) return;
    const stop = new AbortController();
    mine.stop = stop;
    mine.hash ??= env.hash(mine.file, mine.hashing.signal).catch(() => undefined);
    // One attempt after the other: the one that was paused may still hear from the server.
    mine.attempt = (mine.attempt ?? Promise.resolve()).then(() => attempt(id, mine, stop.signal));
  }

  async function attempt(id: string, mine: Work, signal: AbortSignal): Promise<void> {
    const item = find(id);
    if (!item || !mine.hash || signal.aborted) return;
    const { file, hash } = mine;
    const report = (event: UploadEvent) => {
      if (event.type === "created") keep(id, file, event);
      if (event.type === "created" || !signal.aborted) emit(event);
    };
    try {
      await sendFile(env, { id, file, facts: item, uploadId: item.uploadId, hash }, report, signal);
      report({ type: "done", id });
    } catch (error) {
      report({ type: "failed", id, failure: judgeFailure(error) });
    }
  }

  function keep(id: string, file: File, event: { uploadId: string; artifactId: string }): void {
    if (find(id)) files.set(event.artifactId, file);
    else abort(event.uploadId);
  }

  // What stays behind when this fails is reaped by the server.
  function abort(uploadId: string): void {
    env.transport.abort(uploadId).catch(() => {});
  }

  function find(id: string): UploadItem | undefined {
    return items.find((item) => item.id === id);
  }

  function pause(id: string): void {
    work.get(id)?.stop?.abort();
    emit({ type: "paused", id });
  }

  function resume(id: string): void {
    emit({ type: "resumed", id });
  }

  function forget(id: string): void {
    const mine = work.get(id);
    mine?.stop?.abort();
    mine?.hashing.abort();
    work.delete(id);
    emit({ type: "removed", id });
  }

  function each(phase: (item: UploadItem) => boolean, act: (id: string) => void): void {
    for (const { id } of items.filter(phase)) act(id);
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEvent(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    add(added) {
      if (added.length === 0) return;
      const entries = added.map((file) => {
        count += 1;
        work.set(`upload-${count}`, { file, hashing: new AbortController() });
        return newItem(`upload-${count}`, file);
      });
      emit({ type: "added", items: entries });
    },
    pause,
    resume,
    retry: resume,
    cancel(id) {
      const item = find(id);
      forget(id);
      if (!item?.artifactId) return;
      files.delete(item.artifactId);
      if (item.uploadId && item.phase !== "done") abort(item.uploadId);
    },
    pauseAll: () => each((item) => isPending(item) && item.phase !== "finishing", pause),
    resumeAll: () => each((item) => item.phase === "paused" || canRetry(item), resume),
    clearFinished: () => each(({ phase }) => phase === "done" || phase === "failed", forget),
    fileOf: (artifactId) => files.get(artifactId),
  };
}

function newItem(id: string, file: File): UploadItem {
  return {
    id,
    name: file.name,
    contentType: contentTypeOf(file),
    sizeBytes: file.size,
    phase: "queued",
    sentBytes: 0,
  };
}
