import { statfs } from "node:fs/promises";
import { AppError } from "@/lib/errors";

/** Kept free on the volume, because the embedded database usually lives on it too. */
const maxReserveBytes = 1024 ** 3;
const reserveRatio = 0.01;
const lookEveryBytes = 16 * 1024 ** 2;

/** ENOSPC and EDQUOT become `disk_full`; everything else stays as it is. */
export function asDiskFull(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === "ENOSPC" || code === "EDQUOT" ? diskFull(error) : error;
}

/** Refuses an upload for which there is no room, before its first byte. */
export async function assertFreeSpace(directory: string, sizeBytes: number): Promise<void> {
  const { bavail, blocks, bsize } = await statfs(directory);
  const reserveBytes = Math.min(maxReserveBytes, blocks * bsize * reserveRatio);
  if (bavail * bsize - reserveBytes < sizeBytes) throw diskFull();
}

/** Of a body whose length nobody knows: looks before every so many bytes. */
export function roomFor(directory: string): (sizeBytes: number) => Promise<void> {
  let left = 0;
  return async (sizeBytes) => {
    left -= sizeBytes;
    if (left >= 0) return;
    left = lookEveryBytes;
    await assertFreeSpace(directory, lookEveryBytes + sizeBytes);
  };
}

function diskFull(cause?: unknown): AppError {
  return new AppError("unavailable", "the disk of the local store is full", {
    reason: "disk_full",
    cause,
  });
}
