-- AlterTable
ALTER TABLE "placements" ADD COLUMN     "heal_after" TIMESTAMPTZ(3);

-- What is read again and healed: few of many.
CREATE INDEX "placements_suspect_idx" ON "placements"("verified_at" NULLS FIRST) WHERE "problem" IS NOT NULL;
