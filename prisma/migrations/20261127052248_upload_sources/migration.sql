-- AlterTable
ALTER TABLE "uploads" ADD COLUMN     "replaces_poster" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "source_blob_id" UUID;

-- Bytes that were found broken are of no use as a version either.
UPDATE "artifact_versions" v SET "state" = 'FAILED', "failure_reason" = a."failure_reason"
FROM "artifacts" a
WHERE a."client_id" = v."client_id" AND a."id" = v."artifact_id" AND a."blob_id" = v."blob_id"
  AND a."status" = 'FAILED' AND v."state" = 'READY';
