-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OWNER', 'MANAGER', 'UPLOADER', 'VIEWER');

-- CreateEnum
CREATE TYPE "ArtifactType" AS ENUM ('FILE', 'IMAGE', 'KEYFRAME', 'REFERENCE_IMAGE', 'VIDEO', 'PREVIEW_VIDEO', 'FINAL_VIDEO', 'AUDIO', 'MUSIC', 'VOICE', 'SCRIPT', 'PROMPT');

-- CreateEnum
CREATE TYPE "ArtifactStatus" AS ENUM ('UPLOADING', 'PROCESSING', 'AVAILABLE', 'EXPIRED', 'DELETED', 'FAILED');

-- CreateEnum
CREATE TYPE "BlobState" AS ENUM ('STAGED', 'VERIFIED', 'DELETING');

-- CreateEnum
CREATE TYPE "PlacementState" AS ENUM ('PRESENT', 'DELETING');

-- CreateEnum
CREATE TYPE "UploadPurpose" AS ENUM ('NEW_ARTIFACT', 'NEW_VERSION', 'RENDITION', 'RUN_OUTPUT');

-- CreateEnum
CREATE TYPE "UploadState" AS ENUM ('OPEN', 'COMPLETING', 'DONE', 'ABORTED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "RenditionKind" AS ENUM ('POSTER');

-- CreateTable
CREATE TABLE "clients" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sites" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sites_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "client_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("client_id","user_id")
);

-- CreateTable
CREATE TABLE "membership_sites" (
    "client_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,

    CONSTRAINT "membership_sites_pkey" PRIMARY KEY ("client_id","user_id","site_id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT,
    "role" "Role" NOT NULL,
    "site_ids" UUID[],
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "client_id" TEXT,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_id" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artifacts" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" "ArtifactType" NOT NULL,
    "status" "ArtifactStatus" NOT NULL,
    "failure_reason" TEXT,
    "content_type" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "blob_id" UUID,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trashed_at" TIMESTAMPTZ(3),

    CONSTRAINT "artifacts_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateTable
CREATE TABLE "blobs" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "state" "BlobState" NOT NULL,
    "sha256" TEXT,
    "size_bytes" BIGINT NOT NULL,
    "content_type" TEXT NOT NULL,
    "duration_ms" INTEGER,
    "width" INTEGER,
    "height" INTEGER,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blobs_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateTable
CREATE TABLE "backends" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "profile" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "backends_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placements" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "blob_id" UUID NOT NULL,
    "backend_id" TEXT NOT NULL,
    "object_key" TEXT NOT NULL,
    "stored_size_bytes" BIGINT NOT NULL,
    "encodings" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" "PlacementState" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placements_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateTable
CREATE TABLE "renditions" (
    "client_id" TEXT NOT NULL,
    "source_blob_id" UUID NOT NULL,
    "kind" "RenditionKind" NOT NULL,
    "blob_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "renditions_pkey" PRIMARY KEY ("client_id","source_blob_id","kind")
);

-- CreateTable
CREATE TABLE "uploads" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "purpose" "UploadPurpose" NOT NULL,
    "state" "UploadState" NOT NULL,
    "artifact_id" UUID NOT NULL,
    "rendition_kind" "RenditionKind",
    "backend_id" TEXT NOT NULL,
    "staging_key" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "content_type" TEXT NOT NULL,
    "part_size_bytes" INTEGER,
    "store_upload_id" TEXT,
    "claimed_sha256" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateTable
CREATE TABLE "screens" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "site_id" UUID,
    "token_hash" TEXT NOT NULL,
    "paired_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "screens_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateTable
CREATE TABLE "screen_states" (
    "client_id" TEXT NOT NULL,
    "screen_id" UUID NOT NULL,
    "connection_id" UUID,
    "connected_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "revision" TEXT,
    "playing_artifact_id" UUID,
    "playing_since" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "screen_states_pkey" PRIMARY KEY ("client_id","screen_id")
);

-- CreateTable
CREATE TABLE "pairings" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "client_id" TEXT,
    "screen_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pairings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sites_client_id_name_key" ON "sites"("client_id", "name");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "audit_events_client_id_id_idx" ON "audit_events"("client_id", "id");

-- CreateIndex
CREATE INDEX "blobs_client_id_sha256_idx" ON "blobs"("client_id", "sha256");

-- CreateIndex
CREATE INDEX "placements_client_id_blob_id_idx" ON "placements"("client_id", "blob_id");

-- CreateIndex
CREATE INDEX "uploads_client_id_artifact_id_idx" ON "uploads"("client_id", "artifact_id");

-- CreateIndex
CREATE INDEX "uploads_state_expires_at_idx" ON "uploads"("state", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "screens_token_hash_key" ON "screens"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "pairings_code_key" ON "pairings"("code");

-- CreateIndex
CREATE UNIQUE INDEX "pairings_secret_hash_key" ON "pairings"("secret_hash");

-- AddForeignKey
ALTER TABLE "sites" ADD CONSTRAINT "sites_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_sites" ADD CONSTRAINT "membership_sites_client_id_user_id_fkey" FOREIGN KEY ("client_id", "user_id") REFERENCES "memberships"("client_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_sites" ADD CONSTRAINT "membership_sites_client_id_site_id_fkey" FOREIGN KEY ("client_id", "site_id") REFERENCES "sites"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifacts" ADD CONSTRAINT "artifacts_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifacts" ADD CONSTRAINT "artifacts_client_id_blob_id_fkey" FOREIGN KEY ("client_id", "blob_id") REFERENCES "blobs"("client_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "placements" ADD CONSTRAINT "placements_client_id_blob_id_fkey" FOREIGN KEY ("client_id", "blob_id") REFERENCES "blobs"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placements" ADD CONSTRAINT "placements_backend_id_fkey" FOREIGN KEY ("backend_id") REFERENCES "backends"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_client_id_source_blob_id_fkey" FOREIGN KEY ("client_id", "source_blob_id") REFERENCES "blobs"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_client_id_blob_id_fkey" FOREIGN KEY ("client_id", "blob_id") REFERENCES "blobs"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_client_id_artifact_id_fkey" FOREIGN KEY ("client_id", "artifact_id") REFERENCES "artifacts"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_backend_id_fkey" FOREIGN KEY ("backend_id") REFERENCES "backends"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screens" ADD CONSTRAINT "screens_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "screens" ADD CONSTRAINT "screens_client_id_site_id_fkey" FOREIGN KEY ("client_id", "site_id") REFERENCES "sites"("client_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "screen_states" ADD CONSTRAINT "screen_states_client_id_screen_id_fkey" FOREIGN KEY ("client_id", "screen_id") REFERENCES "screens"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a screen plays, newest first. (The list of a library is served by the primary key, read
-- backwards.) Prisma's schema language has no partial indexes.
CREATE INDEX "artifacts_playable" ON "artifacts" ("client_id", "id" DESC)
  WHERE "status" = 'AVAILABLE' AND "trashed_at" IS NULL;
