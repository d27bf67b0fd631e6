-- CreateTable
CREATE TABLE "imports" (
    "client_id" TEXT NOT NULL,
    "artifact_id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "sealed_url" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "received_bytes" BIGINT NOT NULL DEFAULT 0,
    "total_bytes" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("client_id","artifact_id")
);

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_client_id_artifact_id_fkey" FOREIGN KEY ("client_id", "artifact_id") REFERENCES "artifacts"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
