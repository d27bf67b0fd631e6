import type { UploadRow } from "./get-upload-row";
import type { Upload, UploadPlan } from "./schema";

type Shown = Pick<
  UploadRow,
  "id" | "artifactId" | "purpose" | "state" | "contentType" | "expiresAt"
> & { sizeBytes: string | bigint };

export function toUpload(row: Shown, plan: UploadPlan): Upload {
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
