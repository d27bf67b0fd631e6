import type { Readable } from "node:stream";
import { AppError } from "@/lib/errors";

/** The chunks of a body; throws `size_mismatch` when they are more or fewer bytes than announced. */
export async function* exactLength(
  body: Readable,
  sizeBytes: number | undefined,
): AsyncGenerator<Buffer> {
  let seen = 0;
  for await (const chunk of body) {
    const bytes: Buffer = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    seen += bytes.length;
    if (sizeBytes !== undefined && seen > sizeBytes) throw sizeMismatch(sizeBytes, seen);
    if (bytes.length > 0) yield bytes;
  }
  if (sizeBytes !== undefined && seen < sizeBytes) throw sizeMismatch(sizeBytes, seen);
}

export function sizeMismatch(expectedBytes: number, receivedBytes: number): AppError {
  return new AppError("invalid", `expected ${expectedBytes} bytes, got ${receivedBytes}`, {
    reason: "size_mismatch",
    params: { expectedBytes, receivedBytes },
  });
}
