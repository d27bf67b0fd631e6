import type { ManifestItem } from "@/lib/screens/schema";

export interface MediaSource {
  /** Where a media element finds the bytes; `release` when it no longer needs them. */
  resolve(item: ManifestItem, signal: AbortSignal): Promise<{ src: string; release(): void }>;
}

/** Straight from the server, with the browser's own cache in between. */
export const fromNetwork: MediaSource = {
  resolve: async (item) => ({ src: item.url, release: () => {} }),
};
