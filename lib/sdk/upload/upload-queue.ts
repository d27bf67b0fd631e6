import { type ChosenFile, endsOf, isSameFile } from "./chosen-file";
import { createDuplicateFinder } from "./duplicate-finder";
import { judgeFailure } from "./judge-failure";
import { newItem } from "./new-item";
import { openHandle } from "./open-handle";
import { createSpeedometer } from "./speedometer";
import type { UploadEnv } from "./upload-env";
import { canRetry, isPending, isWaitingForPerson, type UploadItem } from "./upload-item";
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
  /** Puts a file in an artifact's place. */
  replace(artifactId: string, file: File): void;
  /** Answers the new rows' ids; a file that a row waits for goes on in that row. */
  add(files: readonly (File | ChosenFile)[]): string[];
  /** Rows of an earlier page; those without a file wait for it. */
  restore(uploads: readonly RestoredUpload[]): void;
  /** The file that a row waits for. False: it is another one. */
  give(id: string, file: File): Promise<boolean>;
  /** Lets the browser read the file that it remembers; in a click. False: it may not, or is gone. */
  reopen(id: string): Promise<boolean>;
  /** Says that the upload will go on by itself after a reload. */
  /** What arrived turned out to be of no use; `detail` tells why in the words of the person. */
  markUnusable(id: string, detail: string): void;
  markKept(id: string): void;
  sourceOf(id: string): ChosenFile | undefined;
  /** The library has it already; it is to be added all the same. */
  keepBoth(id: string): void;
  /** And so are all that follow in this batch. */
  keepAllBoth(): void;
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
// Hashed in a moment, so that a duplicate is found before its bytes go.
const hashedFirstBytes = 16 * 1024 * 1024;
const progressEveryMs = 200;

export interface RestoredUpload {
  item: UploadItem;
  file?: File;
  handle?: FileSystemFileHandle;
  /** SHA-256 of its ends, if there was time to compute it. */
  fingerprint?: string;
}

interface Work extends Partial<ChosenFile> {
  fingerprint?: string;
  stop?: AbortController;
  attempt?: Promise<void>;
  hash?: Promise<string | undefined>;
  hashing: AbortController;
}

export function createUploadQueue(env: UploadEnv): UploadQueue {
  const work = new Map<string, Work>();
  const files = new Map<string, File>();
  const duplicates = env.findDuplicates && createDuplicateFinder(env.findDuplicates);
  const listeners = new Set<() => void>();
  const eventListeners = new Set<(event: UploadEvent, item: UploadItem | undefined) => void>();
  const speedometer = createSpeedometer();
  let snapshot: UploadSnapshot = { items: [], bytesPerSecond: undefined };
  let items: readonly UploadItem[] = [];
  let toldAt = 0;
  let keepsAllBoth = false;

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
    if (!items.some(isPending)) {
      speedometer.reset();
      if (!items.some(isWaitingForPerson)) keepsAllBoth = false;
    }
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
    if (!mine?.file) return;
    const { file } = mine;
    const stop = new AbortController();
    mine.stop = stop;
    mine.hash ??= hashOf(id, file, mine.hashing.signal);
    // One attempt after the other: the one that was paused may still hear from the server.
    mine.attempt = (mine.attempt ?? Promise.resolve()).then(() =>
      attempt(id, { ...mine, file }, stop.signal),
    );
  }

  async function hashOf(id: string, file: File, signal: AbortSignal): Promise<string | undefined> {
    const sha256 = await env.hash(file, signal).catch(() => undefined);
    if (!sha256 || !duplicates || keepsAllBoth || find(id)?.replaces) return sha256;
    const others = await duplicates.find(id, sha256, () => items, signal);
    if (others.length > 0 && !keepsAllBoth) {
      work.get(id)?.stop?.abort();
      emit({ type: "duplicate", id, duplicates: others });
    }
    return sha256;
  }

  async function attempt(
    id: string,
    mine: Work & { file: File },
    signal: AbortSignal,
  ): Promise<void> {
    const item = find(id);
    if (!item || !mine.hash || signal.aborted) return;
    const { file, hash } = mine;
    const report = (event: UploadEvent) => {
      if (event.type === "created") keep(id, file, event);
      if (event.type === "created" || !signal.aborted) emit(event);
    };
    try {
      if (env.findDuplicates && file.size <= hashedFirstBytes) await hash;
      if (signal.aborted) return;
      const { sendFile } = await import("./send-file");
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
    duplicates?.forget(id);
    const { artifactId } = find(id) ?? {};
    if (artifactId) files.delete(artifactId);
    emit({ type: "removed", id });
  }

  function each(phase: (item: UploadItem) => boolean, act: (id: string) => void): void {
    for (const { id } of items.filter(phase)) act(id);
  }

  function give(id: string, file: File, handle?: FileSystemFileHandle): void {
    const hashing = new AbortController();
    work.set(id, { ...work.get(id), file, ...(handle ? { handle } : {}), hashing });
    resume(id);
  }

  function isMissing(item: UploadItem | undefined): item is UploadItem {
    return item?.phase === "missing";
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
      const fresh: UploadItem[] = [];
      for (const one of added) {
        const { file, handle }: ChosenFile = one instanceof File ? { file: one } : one;
        const waiting = items.find((item) => isMissing(item) && isSameFile(file, item));
        if (waiting) {
          give(waiting.id, file, handle);
          continue;
        }
        const id = env.newId();
        work.set(id, { file, ...(handle ? { handle } : {}), hashing: new AbortController() });
        fresh.push(newItem(id, file));
      }
      if (fresh.length > 0) emit({ type: "added", items: fresh });
      return fresh.map(({ id }) => id);
    },
    replace(artifactId, file) {
      const id = env.newId();
      work.set(id, { file, hashing: new AbortController() });
      emit({ type: "added", items: [{ ...newItem(id, file), replaces: artifactId }] });
    },
    restore(uploads) {
      if (uploads.length === 0) return;
      for (const { item, ...source } of uploads) {
        work.set(item.id, { ...source, hashing: new AbortController() });
        if (source.file && item.artifactId) files.set(item.artifactId, source.file);
      }
      emit({ type: "restored", items: uploads.map(({ item }) => item) });
    },
    async give(id, file) {
      const item = find(id);
      const mine = work.get(id);
      if (!isMissing(item) || !mine || file.size !== item.sizeBytes) return false;
      const known = mine.fingerprint;
      // Phones give a picture another name and date each time; what it begins and ends with stays.
      const same = known
        ? (await env.hash(endsOf(file), mine.hashing.signal)) === known
        : isSameFile(file, item);
      if (same) give(id, file);
      return same;
    },
    async reopen(id) {
      const { handle } = work.get(id) ?? {};
      const file = handle && (await openHandle(handle));
      if (!file || !isMissing(find(id))) return false;
      give(id, file, handle);
      return true;
    },
    markUnusable: (id, detail) => emit({ type: "unusable", id, detail }),
    markKept: (id) => emit({ type: "kept", id }),
    sourceOf(id) {
      const { file, handle } = work.get(id) ?? {};
      return file && { file, ...(handle ? { handle } : {}) };
    },
    keepBoth: resume,
    keepAllBoth() {
      keepsAllBoth = true;
      each(({ phase }) => phase === "asking", resume);
    },
    pause,
    resume,
    retry: resume,
    cancel(id) {
      const item = find(id);
      forget(id);
      if (item?.uploadId && item.phase !== "done") abort(item.uploadId);
    },
    pauseAll: () => each((item) => isPending(item) && item.phase !== "finishing", pause),
    resumeAll: () => each((item) => item.phase === "paused" || canRetry(item), resume),
    clearFinished: () => each(({ phase }) => phase === "done" || phase === "failed", forget),
    fileOf: (artifactId) => files.get(artifactId),
  };
}
