import { createUploads, type UploadQueue } from "@/lib/sdk";

// Kept for the life of the tab: other pages and other clients lose no upload.
const queues = new Map<string, UploadQueue>();

/** The queue of a person in a client. */
export function queueOf(userId: string, clientId: string): UploadQueue {
  // On the server a queue must not outlive the request.
  if (typeof window === "undefined") return createUploads(clientId, userId);
  const key = `${userId}/${clientId}`;
  const queue = queues.get(key) ?? createUploads(clientId, userId);
  queues.set(key, queue);
  return queue;
}

/** Of a person's clients, those with a queue in this tab. */
export function openQueues(userId: string, clientIds: readonly string[]): string[] {
  return clientIds.filter((clientId) => queues.has(`${userId}/${clientId}`));
}

export function allQueues(): UploadQueue[] {
  return [...queues.values()];
}
