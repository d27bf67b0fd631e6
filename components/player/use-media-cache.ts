"use client";

import { useEffect, useState } from "react";
import type { ManifestItem } from "@/lib/screens/schema";
import { loadHash } from "./download-media";
import { createMediaCache, type MediaSource } from "./media-cache";
import { openMediaStore } from "./media-store";

/** The programme on the device, so that it outlives the network. */
export function useMediaCache(items: readonly ManifestItem[] | undefined): MediaSource {
  const [cache] = useState(() => createMediaCache({ openStore: openWhenWanted }));
  useEffect(() => {
    if (items) cache.keep(items);
  }, [cache, items]);
  useEffect(() => {
    // While the server that this page came from is there: it may be another one tomorrow.
    void loadHash().catch(() => {});
    return () => cache.stop();
  }, [cache]);
  return cache;
}

// The server draws this page too, and has no IndexedDB.
async function openWhenWanted() {
  return openMediaStore();
}
