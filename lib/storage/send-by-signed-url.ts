import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { AppError } from "@/lib/errors";
import type { Driver, UploadHandle } from "./driver";
import { uploadGone } from "./upload-errors";

/** For tests: one part, sent to the store as a browser does; what it refuses in our codes. */
export async function sendBySignedUrl(
  driver: Driver,
  upload: UploadHandle,
  partNumber: number,
  body: Readable,
): Promise<void> {
  const [request] = await driver.signParts(upload, [partNumber]);
  if (!request) throw new Error("no URL was signed");
  const { method, url, headers } = request;
  const response = await fetch(url, { method, headers, body: await buffer(body) });
  if (response.ok) return;
  const answer = await response.text();
  if (response.status === 404) throw uploadGone();
  // Another length than the one that was signed.
  if (response.status === 403) throw new AppError("invalid", answer, { reason: "size_mismatch" });
  throw new Error(`${response.status} ${answer}`);
}
