import type { Artifact } from "@/lib/artifacts/schema";

const longMs = 10 * 60_000;

/**
 * Its bytes have been on their way for long, and not from this browser: whoever sends them may be
 * gone. The server gives it up after a day.
 */
export function isStalled({ status, createdAt }: Artifact, percent?: number): boolean {
  const isOld = Date.now() - Date.parse(createdAt) > longMs;
  return status === "UPLOADING" && percent === undefined && isOld;
}
