import { createIdbStore } from "./idb-store";
import { keepQueue } from "./keep-queue";
import { type KeptStore, ownerOf } from "./kept-upload";
import { createTab, type Tab } from "./tab";
import type { UploadEnv } from "./upload-env";
import type { UploadQueue } from "./upload-queue";

const largestCopyBytes = 200 * 1024 * 1024;
const lookAgainMs = 30_000;

let made: { store: KeptStore; tab: Tab } | undefined;

function browserKeep() {
  if (typeof window === "undefined" || !("indexedDB" in window)) return undefined;
  made ??= { store: createIdbStore(), tab: createTab() };
  return made;
}

/** Keeps a queue for its person in this browser, and takes up what closed tabs have left. */
export function keepInBrowser(
  queue: UploadQueue,
  { userId, clientId, hash }: { userId: string; clientId: string; hash: UploadEnv["hash"] },
): void {
  const keep = browserKeep();
  if (!keep) return;
  const owner = ownerOf(userId, clientId);
  const kept = keepQueue({ queue, owner, ...keep, hash, hasRoomFor, now: Date.now });
  void kept.adopt();
  setInterval(() => void kept.adopt(), lookAgainMs);
}

/** Of a person's clients, those with uploads that were left. */
export async function clientsWithKeptUploads(userId: string): Promise<string[]> {
  const rows =
    (await browserKeep()
      ?.store.list()
      .catch(() => [])) ?? [];
  const prefix = ownerOf(userId, "");
  const owners = new Set(rows.map(({ owner }) => owner));
  return [...owners].flatMap((owner) =>
    owner.startsWith(prefix) ? [owner.slice(prefix.length)] : [],
  );
}

/** Whoever signs out leaves no file of theirs in this browser. */
export async function forgetKeptUploads(userId: string): Promise<void> {
  const store = browserKeep()?.store;
  const rows = (await store?.list().catch(() => [])) ?? [];
  const theirs = rows.filter(({ owner }) => owner.startsWith(ownerOf(userId, "")));
  if (theirs.length > 0) await store?.remove(theirs.map(({ id }) => id)).catch(() => {});
}

/** Not more than half of what the browser still gives; plain-http pages cannot ask. */
async function hasRoomFor(sizeBytes: number): Promise<boolean> {
  if (sizeBytes > largestCopyBytes) return false;
  const { quota = 0, usage = 0 } = (await navigator.storage?.estimate()) ?? {};
  return quota === 0 || sizeBytes * 2 < quota - usage;
}
