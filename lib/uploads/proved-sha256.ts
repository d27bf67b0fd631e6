import { AppError } from "@/lib/errors";
import { runtime } from "@/lib/runtime";
import { verifyReceipt } from "@/lib/storage";
import type { UploadRow } from "./get-upload-row";
import type { CompleteUpload } from "./schema";

/**
 * The hash, when the store's receipt proves it. undefined: a job has to read the bytes, also when
 * the sender computed another one: then it finds out what arrived.
 */
export function provedSha256(
  upload: Pick<UploadRow, "stagingKey" | "sizeBytes">,
  { receipt, sha256 }: CompleteUpload,
): string | undefined {
  if (receipt === undefined) return undefined;
  const proof = verifyReceipt(runtime().secrets, receipt);
  if (proof.key !== upload.stagingKey || proof.sizeBytes !== Number(upload.sizeBytes)) {
    throw new AppError("invalid", "a receipt of another upload", { reason: "bad_receipt" });
  }
  return sha256 === undefined || sha256 === proof.sha256 ? proof.sha256 : undefined;
}
