-- AlterEnum
ALTER TYPE "PlacementState" ADD VALUE 'DAMAGED';

-- AlterTable
ALTER TABLE "sites" ADD COLUMN     "region" TEXT;

-- AlterTable
ALTER TABLE "placements" ADD COLUMN     "home_id" TEXT,
ADD COLUMN     "problem" TEXT,
ADD COLUMN     "verified_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "uploads" ADD COLUMN     "encodings" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "home_id" TEXT;

-- CreateTable
CREATE TABLE "client_keys" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "master_key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "client_keys_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateIndex
CREATE INDEX "blobs_created_at_idx" ON "blobs"("created_at");

-- CreateIndex
CREATE INDEX "placements_home_id_idx" ON "placements"("home_id");

-- CreateIndex
CREATE UNIQUE INDEX "placements_client_id_backend_id_object_key_key" ON "placements"("client_id", "backend_id", "object_key");

-- AddForeignKey
ALTER TABLE "client_keys" ADD CONSTRAINT "client_keys_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The order in which files are read again: those first that never were.
CREATE INDEX "placements_scrub_idx" ON "placements"("verified_at" NULLS FIRST) WHERE "state" = 'PRESENT';
