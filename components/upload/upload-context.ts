"use client";

import { createContext, use, useMemo, useSyncExternalStore } from "react";
import type { UploadItem, UploadQueue, UploadSnapshot } from "@/lib/sdk";

export const UploadContext = createContext<UploadQueue | undefined>(undefined);

export const UploadClientContext = createContext<string | undefined>(undefined);

/** The client that the queue belongs to. */
export function useUploadClient(): string {
  const clientId = use(UploadClientContext);
  if (!clientId) throw new Error("UploadProvider is missing above this component");
  return clientId;
}

/** The queue of the client whose pages are open. It lives above them, so navigating harms nothing. */
export function useUploadQueue(): UploadQueue {
  const queue = use(UploadContext);
  if (!queue) throw new Error("UploadProvider is missing above this component");
  return queue;
}

export function useUploads(): UploadSnapshot {
  const queue = useUploadQueue();
  return useSyncExternalStore(queue.subscribe, queue.getSnapshot, queue.getSnapshot);
}

/** This browser's uploads by the artifact that they become. */
export function useUploadsByArtifact(): ReadonlyMap<string, UploadItem> {
  const { items } = useUploads();
  return useMemo(
    () => new Map(items.flatMap((item) => (item.artifactId ? [[item.artifactId, item]] : []))),
    [items],
  );
}
