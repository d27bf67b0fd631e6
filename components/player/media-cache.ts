import type { ManifestItem } from "@/lib/screens/schema";
import { downloadMedia, isWhole } from "./download-media";
import type { MediaStore } from "./media-store";
import { pause } from "./pause";

export interface MediaSource {
  /** Where a media element finds the bytes; `release` when it no longer needs them. */
  resolve(item: ManifestItem): Promise<{ src: string; release(): void }>;
}

export interface MediaCache extends MediaSource {
  /** Brings these onto the device, one after the other; what is not among them goes at the end. */
  keep(items: readonly ManifestItem[]): void;
  stop(): void;
}

interface CacheOptions {
  openStore(): Promise<MediaStore>;
  download?: typeof downloadMedia;
  /** Some files could not be had: time for another round. */
  retryMs?: number;
}

const nothingToRelease = () => {};

/** From the device once the bytes are there and checked, else straight from the server. */
export function createMediaCache({
  openStore,
  download = downloadMedia,
  retryMs = 30_000,
}: CacheOptions): MediaCache {
  // Storage may be forbidden or broken; the network still plays.
  const opened = openStore().catch(() => undefined);
  let round = new AbortController();
  let running = Promise.resolve();

  async function fetchAll(items: readonly ManifestItem[], signal: AbortSignal): Promise<void> {
    const store = await opened;
    if (!store) return;
    while (!signal.aborted) {
      const failures = await fetchEach(items, store, signal);
      if (signal.aborted) return;
      if (failures === 0) return tidy(items, store);
      await pause(retryMs, signal);
    }
  }

  async function fetchEach(
    items: readonly ManifestItem[],
    store: MediaStore,
    signal: AbortSignal,
  ): Promise<number> {
    let failures = 0;
    for (const item of items) {
      if (signal.aborted) return failures;
      try {
        await download(item, store, signal);
      } catch (error) {
        failures++;
        if (isFull(error)) await tidy(items, store);
      }
    }
    return failures;
  }

  return {
    resolve: async (item) => {
      const blob = await (await opened)?.find(item.sha256).then(
        async (file) => (file && isWhole(file) ? (await opened)?.open(file) : undefined),
        () => undefined,
      );
      if (!blob || blob.size !== item.sizeBytes)
        return { src: item.url, release: nothingToRelease };
      const src = URL.createObjectURL(blob);
      return { src, release: () => URL.revokeObjectURL(src) };
    },
    keep: (items) => {
      round.abort();
      round = new AbortController();
      const { signal } = round;
      // The round before puts down what it holds first: both would write the same piece.
      running = running.then(() => fetchAll(items, signal)).catch(() => {});
    },
    stop: () => round.abort(),
  };
}

/** Only what nobody wants goes, and only when the new set is complete or there is no room for it. */
async function tidy(items: readonly ManifestItem[], store: MediaStore): Promise<void> {
  const wanted = new Set(items.map(({ sha256 }) => sha256));
  for (const sha256 of await store.list()) {
    if (!wanted.has(sha256)) await store.remove(sha256);
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
