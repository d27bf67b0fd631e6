-- CreateEnum
CREATE TYPE "ReconciliationState" AS ENUM ('RUNNING', 'DONE', 'FAILED', 'STOPPED');

-- CreateEnum
CREATE TYPE "FindingKind" AS ENUM ('ORPHAN', 'MISSING', 'DAMAGED');

-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('OPEN', 'QUARANTINED', 'KEPT', 'DELETED', 'RESOLVED');

-- CreateTable
CREATE TABLE "reconciliations" (
    "id" UUID NOT NULL,
    "backend_id" TEXT NOT NULL,
    "is_dry_run" BOOLEAN NOT NULL,
    "accepts_many" BOOLEAN NOT NULL,
    "grace_seconds" INTEGER NOT NULL,
    "state" "ReconciliationState" NOT NULL,
    "cursor_client_id" TEXT,
    "cursor_key" TEXT,
    "reason" TEXT,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconciliations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciliation_counts" (
    "client_id" TEXT NOT NULL,
    "reconciliation_id" UUID NOT NULL,
    "objects" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "recent" INTEGER NOT NULL,
    "foreign_objects" INTEGER NOT NULL,
    "orphans" INTEGER NOT NULL,
    "orphan_bytes" BIGINT NOT NULL,
    "missing" INTEGER NOT NULL,
    "damaged" INTEGER NOT NULL,
    "stale_uploads" INTEGER NOT NULL,

    CONSTRAINT "reconciliation_counts_pkey" PRIMARY KEY ("client_id","reconciliation_id")
);

-- CreateTable
CREATE TABLE "storage_findings" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "backend_id" TEXT NOT NULL,
    "object_key" TEXT NOT NULL,
    "kind" "FindingKind" NOT NULL,
    "state" "FindingState" NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "placement_id" UUID,
    "seen_by_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delete_after" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "storage_findings_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateIndex
CREATE INDEX "reconciliations_backend_id_id_idx" ON "reconciliations"("backend_id", "id");

-- CreateIndex
CREATE INDEX "reconciliation_counts_reconciliation_id_idx" ON "reconciliation_counts"("reconciliation_id");

-- CreateIndex
CREATE INDEX "storage_findings_backend_id_state_id_idx" ON "storage_findings"("backend_id", "state", "id");

-- CreateIndex
CREATE INDEX "storage_findings_state_delete_after_idx" ON "storage_findings"("state", "delete_after");

-- AddForeignKey
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_backend_id_fkey" FOREIGN KEY ("backend_id") REFERENCES "backends"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reconciliation_counts" ADD CONSTRAINT "reconciliation_counts_reconciliation_id_fkey" FOREIGN KEY ("reconciliation_id") REFERENCES "reconciliations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "storage_findings" ADD CONSTRAINT "storage_findings_backend_id_fkey" FOREIGN KEY ("backend_id") REFERENCES "backends"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One that is not over: the next reconciliation sees the same one again.
CREATE UNIQUE INDEX "storage_findings_living" ON "storage_findings"("backend_id", "object_key", "kind")
WHERE "state" IN ('OPEN', 'QUARANTINED', 'KEPT');

-- In the order in which stores list.
CREATE INDEX "placements_by_key" ON "placements"("client_id", "object_key" COLLATE "C");
CREATE INDEX "uploads_by_key" ON "uploads"("client_id", "staging_key" COLLATE "C");
