import type { UploadRow } from "./get-upload-row";
import type { Upload, UploadPlan } from "./schema";

export function toUpload(row: Omit<UploadRow, "artifact">, plan: UploadPlan): Upload {
  return {
    id: row.id,
    artifactId: row.artifactId,
    purpose: row.purpose,
    state: row.state,
    sizeBytes: Number(row.sizeBytes),
    contentType: row.contentType,
    expiresAt: row.expiresAt.toISOString(),
    plan,
  };
}
