"use client";

import type { ReactNode } from "react";
import { createUploads, type UploadQueue } from "@/lib/sdk";
import { UploadAnnouncer } from "./upload-announcer";
import { UploadContext } from "./upload-context";
import { UploadTray } from "./upload-tray";
import { useLeaveWarning } from "./use-leave-warning";
import { useUploadResults } from "./use-upload-results";

/** Uploads of one client, above its pages: they go on while people look elsewhere. */
export function UploadProvider({ clientId, children }: { clientId: string; children: ReactNode }) {
  const queue = queueOf(clientId);
  useUploadResults(clientId, queue);
  useLeaveWarning(queue);
  return (
    <UploadContext value={queue}>
      {children}
      <UploadTray />
      <UploadAnnouncer />
    </UploadContext>
  );
}

// Kept for the life of the tab: switching to another client and back loses no upload.
const queues = new Map<string, UploadQueue>();

function queueOf(clientId: string): UploadQueue {
  // On the server a queue must not outlive the request.
  if (typeof window === "undefined") return createUploads(clientId);
  const known = queues.get(clientId);
  if (known) return known;
  const queue = createUploads(clientId);
  queues.set(clientId, queue);
  return queue;
}
