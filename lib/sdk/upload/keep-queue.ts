import { endsOf } from "./chosen-file";
import type { KeptStore, KeptUpload } from "./kept-upload";
import { openAllowedHandle } from "./open-handle";
import type { Tab } from "./tab";
import type { UploadEnv } from "./upload-env";
import type { UploadFailureReason, UploadItem } from "./upload-item";
import type { RestoredUpload, UploadQueue } from "./upload-queue";
import type { UploadEvent } from "./upload-state";

interface KeepOptions {
  queue: UploadQueue;
  owner: string;
  store: KeptStore;
  tab: Tab;
  hash: UploadEnv["hash"];
  /** Whether so many bytes may be copied. */
  hasRoomFor(sizeBytes: number): Promise<boolean>;
  now(): number;
}

const keptMs = 7 * 24 * 60 * 60 * 1000;
const hopeless: readonly UploadFailureReason[] = [
  "too_large",
  "bad_name",
  "not_allowed",
  "file_changed",
];

export interface KeptQueue {
  /** Takes up what was left by a page that is gone. */
  adopt(): Promise<void>;
}

/** Writes down what the queue does, so that another page can go on with it. */
export function keepQueue(options: KeepOptions): KeptQueue {
  const { queue, owner, store, tab, hash, hasRoomFor, now } = options;
  const rows = new Map<string, KeptUpload>();
  let copying: Promise<unknown> = Promise.resolve();
  let adopting = Promise.resolve();
  const watched = new Set<string>();

  // Added before this was there.
  for (const item of queue.getSnapshot().items) if (item.phase !== "done") keep(item);
  queue.onEvent((event, item) => {
    if (event.type === "added") for (const added of event.items) keep(added);
    else if (event.type !== "restored") follow(event, item);
  });

  function follow(event: Exclude<UploadEvent, { type: "added" | "restored" }>, item?: UploadItem) {
    switch (event.type) {
      case "created":
        return change(event.id, { uploadId: event.uploadId, artifactId: event.artifactId });
      case "paused":
      case "resumed":
        if (event.type === "resumed" && item && !item.kept) copySoon(item);
        return change(event.id, { isPaused: event.type === "paused" });
      case "failed":
        return hopeless.includes(event.failure.reason) ? forget(event.id) : undefined;
      case "done":
      case "removed":
        return forget(event.id);
    }
  }

  function keep({ id, replaces, ...item }: UploadItem): void {
    const { name, contentType, sizeBytes, lastModified } = item;
    const facts = { name, contentType, sizeBytes, lastModified };
    const { handle } = queue.sourceOf(id) ?? {};
    rows.set(id, {
      ...{ id, owner, tab: tab.id, addedAt: now(), isPaused: item.phase === "paused", ...facts },
      ...(handle ? { handle } : {}),
      ...(replaces ? { replaces } : {}),
      ...(item.uploadId ? { uploadId: item.uploadId } : {}),
      ...(item.artifactId ? { artifactId: item.artifactId } : {}),
    });
    change(id, {});
    copySoon({ id, sizeBytes });
  }

  function change(id: string, values: Partial<KeptUpload>): void {
    const row = rows.get(id);
    if (!row) return;
    rows.set(id, { ...row, ...values });
    void tab.ready.then(() => write(id));
  }

  // A browser that cannot keep anything (a private window, a full disk) asks for the file again.
  async function write(id: string): Promise<void> {
    const row = rows.get(id);
    if (row) await store.put(row).catch(() => {});
  }

  function forget(id: string): void {
    if (rows.delete(id)) void tab.ready.then(() => store.remove([id])).catch(() => {});
  }

  /** One after the other: they read from the same disk. */
  function copySoon(item: Pick<UploadItem, "id" | "sizeBytes">): void {
    copying = copying.then(() => copy(item)).catch(() => {});
  }

  async function copy({ id, sizeBytes }: Pick<UploadItem, "id" | "sizeBytes">): Promise<void> {
    const { file } = queue.sourceOf(id) ?? {};
    if (!file || !rows.has(id)) return;
    const fingerprint = await hash(endsOf(file), new AbortController().signal);
    if (fingerprint) change(id, { fingerprint });
    if (!rows.has(id) || !(await hasRoomFor(sizeBytes))) return;
    await store.keepCopy(id, file);
    if (rows.has(id)) queue.markKept(id);
    else await store.remove([id]);
  }

  async function adopt(): Promise<void> {
    await tab.ready;
    const [found, living] = await Promise.all([store.list(), tab.living()]);
    const mine = found.filter((row) => row.owner === owner);
    for (const row of mine) if (living.has(row.tab)) watch(row.tab);
    const left = mine.filter((row) => !living.has(row.tab));
    const old = left.filter(({ addedAt }) => now() - addedAt > keptMs).map(({ id }) => id);
    if (old.length > 0) await store.remove(old);
    const restored: RestoredUpload[] = [];
    for (const row of left) {
      if (old.includes(row.id) || !(await store.claim(row.id, row.tab, tab.id))) continue;
      rows.set(row.id, { ...row, tab: tab.id });
      restored.push(await restore(row));
    }
    queue.restore(restored);
  }

  function watch(other: string): void {
    if (other === tab.id || watched.has(other)) return;
    watched.add(other);
    void tab.ended(other).then(
      () => adoptOnce(),
      () => {},
    );
  }

  async function restore({ handle, fingerprint, ...row }: KeptUpload): Promise<RestoredUpload> {
    const copied = await store.copyOf(row.id);
    const file = copied ?? (handle && (await openAllowedHandle(handle)));
    const { owner: _, tab: __, addedAt: ___, isPaused, ...facts } = row;
    return {
      item: {
        ...facts,
        phase: file ? (isPaused ? "paused" : "queued") : "missing",
        sentBytes: 0,
        ...(copied ? { kept: true } : {}),
        ...(handle ? { remembered: true } : {}),
      },
      ...(file ? { file } : {}),
      ...(handle ? { handle } : {}),
      ...(fingerprint ? { fingerprint } : {}),
    };
  }

  /** One after the other: each sees what the one before has claimed. */
  function adoptOnce(): Promise<void> {
    adopting = adopting.then(adopt).catch(() => {});
    return adopting;
  }

  return { adopt: adoptOnce };
}
