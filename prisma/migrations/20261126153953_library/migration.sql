-- CreateEnum
CREATE TYPE "VersionOrigin" AS ENUM ('UPLOAD', 'TRIM');

-- CreateEnum
CREATE TYPE "VersionState" AS ENUM ('PENDING', 'READY', 'FAILED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "RenditionKind" ADD VALUE 'STORYBOARD';
ALTER TYPE "RenditionKind" ADD VALUE 'WAVEFORM';

-- AlterTable
ALTER TABLE "clients" ADD COLUMN     "trash_days" INTEGER NOT NULL DEFAULT 30;

-- AlterTable
ALTER TABLE "artifacts" ADD COLUMN     "duration_ms" INTEGER,
ADD COLUMN     "height" INTEGER,
ADD COLUMN     "site_id" UUID,
ADD COLUMN     "version_number" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "width" INTEGER;

-- AlterTable
ALTER TABLE "renditions" ADD COLUMN     "data" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "uploads" ADD COLUMN     "version_number" INTEGER;

-- CreateTable
CREATE TABLE "artifact_versions" (
    "client_id" TEXT NOT NULL,
    "artifact_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "origin" "VersionOrigin" NOT NULL,
    "state" "VersionState" NOT NULL,
    "failure_reason" TEXT,
    "file_name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "blob_id" UUID,
    "edit" JSONB NOT NULL DEFAULT '{}',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "artifact_versions_pkey" PRIMARY KEY ("client_id","artifact_id","number")
);

-- CreateTable
CREATE TABLE "artifact_search" (
    "client_id" TEXT NOT NULL,
    "artifact_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "terms" INTEGER[],

    CONSTRAINT "artifact_search_pkey" PRIMARY KEY ("client_id","artifact_id")
);

-- CreateTable
CREATE TABLE "tags" (
    "client_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("client_id","name")
);

-- CreateTable
CREATE TABLE "collections" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collections_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateTable
CREATE TABLE "collection_items" (
    "client_id" TEXT NOT NULL,
    "collection_id" UUID NOT NULL,
    "artifact_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collection_items_pkey" PRIMARY KEY ("client_id","collection_id","artifact_id")
);

-- CreateTable
CREATE TABLE "favorites" (
    "client_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "artifact_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "favorites_pkey" PRIMARY KEY ("client_id","user_id","artifact_id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "client_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("client_id","id")
);

-- CreateIndex
CREATE INDEX "artifact_versions_client_id_blob_id_idx" ON "artifact_versions"("client_id", "blob_id");

-- CreateIndex
CREATE INDEX "artifact_search_terms_idx" ON "artifact_search" USING GIN ("terms");

-- CreateIndex
CREATE UNIQUE INDEX "collections_client_id_name_key" ON "collections"("client_id", "name");

-- CreateIndex
CREATE INDEX "collection_items_client_id_artifact_id_idx" ON "collection_items"("client_id", "artifact_id");

-- CreateIndex
CREATE INDEX "artifacts_client_id_blob_id_idx" ON "artifacts"("client_id", "blob_id");

-- AddForeignKey
ALTER TABLE "artifacts" ADD CONSTRAINT "artifacts_client_id_site_id_fkey" FOREIGN KEY ("client_id", "site_id") REFERENCES "sites"("client_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "artifact_versions" ADD CONSTRAINT "artifact_versions_client_id_artifact_id_fkey" FOREIGN KEY ("client_id", "artifact_id") REFERENCES "artifacts"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifact_versions" ADD CONSTRAINT "artifact_versions_client_id_blob_id_fkey" FOREIGN KEY ("client_id", "blob_id") REFERENCES "blobs"("client_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tags" ADD CONSTRAINT "tags_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collections" ADD CONSTRAINT "collections_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_client_id_collection_id_fkey" FOREIGN KEY ("client_id", "collection_id") REFERENCES "collections"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_items" ADD CONSTRAINT "collection_items_client_id_artifact_id_fkey" FOREIGN KEY ("client_id", "artifact_id") REFERENCES "artifacts"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "favorites" ADD CONSTRAINT "favorites_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "favorites" ADD CONSTRAINT "favorites_client_id_artifact_id_fkey" FOREIGN KEY ("client_id", "artifact_id") REFERENCES "artifacts"("client_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Orders that people choose. Numbers in names count as numbers; Chinese goes by pinyin.
DO $$ BEGIN
  CREATE COLLATION "natural_order" (provider = icu, locale = 'zh-u-kn-true');
EXCEPTION WHEN OTHERS THEN
  CREATE COLLATION "natural_order" FROM "C";
END $$;
CREATE INDEX "artifacts_by_name" ON "artifacts" ("client_id", "name" COLLATE "natural_order", "id");
CREATE INDEX "artifacts_by_size" ON "artifacts" ("client_id", "size_bytes", "id");
CREATE INDEX "artifacts_by_length" ON "artifacts" ("client_id", (coalesce("duration_ms", -1)), "id");
CREATE INDEX "artifacts_not_ready" ON "artifacts" ("client_id", "status", "id")
WHERE "status" IN ('UPLOADING', 'PROCESSING', 'FAILED');
CREATE INDEX "artifacts_in_trash" ON "artifacts" ("client_id", "trashed_at", "id") WHERE "trashed_at" IS NOT NULL;

-- Facts of the present bytes stand beside the name, where filters and orders look.
UPDATE "artifacts" a SET "duration_ms" = b."duration_ms", "width" = b."width", "height" = b."height"
FROM "blobs" b WHERE b."client_id" = a."client_id" AND b."id" = a."blob_id";

-- Every artifact that has bytes has a first version.
INSERT INTO "artifact_versions" ("client_id", "artifact_id", "number", "origin", "state", "file_name",
  "content_type", "size_bytes", "blob_id", "created_by_id", "created_at")
SELECT "client_id", "id", 1, 'UPLOAD', 'READY', "name", "content_type", "size_bytes", "blob_id",
  "created_by_id", "created_at"
FROM "artifacts" WHERE "blob_id" IS NOT NULL;

-- Search. Half and full width, case and accents are the same; blanks are one blank.
CREATE FUNCTION "search_fold"(input text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select left(btrim(regexp_replace(
    lower(regexp_replace(normalize(input, NFKD), U&'[\0300-\036F]', '', 'g')),
    '[[:space:][:cntrl:]]+', ' ', 'g')), 2000)
$$;

-- What terms of facets are: of one client, so that what others wrote never lengthens its lists.
CREATE FUNCTION "search_terms_of"(client text, facets text[]) RETURNS int[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select coalesce(array_agg(hashtext(client || chr(31) || facet)), '{}') from unnest(facets) facet
$$;

-- Every run of one to three letters, so that 咖啡 is found like coffee. A loop: a query is ten times slower.
CREATE FUNCTION "search_grams"(client text, folded text) RETURNS int[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
declare
  prefix text := client || chr(31) || '=';
  letters text[] := string_to_array(folded, null);
  a text; b text; c text;
  grams int[] := '{}';
begin
  for i in 1..coalesce(array_length(letters, 1), 0) loop
    a := letters[i]; b := letters[i + 1]; c := letters[i + 2];
    if a = ' ' then continue;
    elsif b is null or b = ' ' then grams := grams || hashtext(prefix || a);
    elsif c is null or c = ' ' then grams := grams || array[hashtext(prefix || a), hashtext(prefix || a || b)];
    else grams := grams || array[hashtext(prefix || a), hashtext(prefix || a || b), hashtext(prefix || a || b || c)];
    end if;
  end loop;
  return grams;
end $$;

-- Terms that every text with these words has: their longest runs side by side, none that is everywhere.
CREATE FUNCTION "search_query"(client text, folded text) RETURNS int[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  with words as (
    select word, least(length(word), 3) as size
    from unnest(string_to_array(folded, ' ')) word where word <> ''
  )
  select coalesce(array_agg(distinct hashtext(client || chr(31) || '=' || substr(word, i, size))), '{}')
  from words, generate_series(1, length(word) - size + 1) i
  where size = (select max(size) from words) and (i % size = 1 % size or i = length(word) - size + 1)
$$;

-- What a folded text is LIKE that contains these words.
CREATE FUNCTION "search_patterns"(folded text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select coalesce(array_agg('%' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'), '{}')
  from unnest(string_to_array(folded, ' ')) word
$$;

CREATE FUNCTION "search_facets"(a "artifacts") RETURNS int[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
declare
  prefix text := a.client_id || chr(31);
  facets int[] := array[
    hashtext(prefix || 'kind:' || case
      when a.type in ('VIDEO', 'PREVIEW_VIDEO', 'FINAL_VIDEO') then 'video'
      when a.type in ('IMAGE', 'KEYFRAME', 'REFERENCE_IMAGE') then 'image'
      when a.type in ('AUDIO', 'MUSIC', 'VOICE') then 'audio'
      else 'file' end),
    hashtext(prefix || 'site:' || coalesce(a.site_id::text, 'none')),
    hashtext(prefix || 'uploader:' || coalesce(a.created_by_id::text, 'none'))];
  tag text;
begin
  if a.width is not null then
    facets := facets || hashtext(prefix || 'orientation:' || case
      when a.width > a.height then 'landscape' when a.width < a.height then 'portrait' else 'square' end);
  end if;
  if a.duration_ms is not null then
    facets := facets || hashtext(prefix || 'length:' || case
      when a.duration_ms < 15000 then 'under_15s' when a.duration_ms < 30000 then '15_30s'
      when a.duration_ms < 60000 then '30_60s' else 'over_60s' end);
  end if;
  foreach tag in array a.tags loop facets := facets || hashtext(prefix || 'tag:' || tag); end loop;
  return facets;
end $$;

CREATE FUNCTION "keep_artifact_search"() RETURNS trigger
LANGUAGE plpgsql AS $$
declare
  folded text := search_fold(concat_ws(' ', new.name, array_to_string(new.tags, ' '),
    case when jsonb_typeof(new.metadata) = 'object'
      then (select string_agg(value, ' ') from jsonb_each_text(new.metadata)) end));
begin
  insert into artifact_search (client_id, artifact_id, text, terms)
  values (new.client_id, new.id, folded, search_grams(new.client_id, folded) || search_facets(new))
  on conflict (client_id, artifact_id) do update set text = excluded.text, terms = excluded.terms;
  return null;
end $$;

CREATE TRIGGER "artifact_search_insert" AFTER INSERT ON "artifacts"
FOR EACH ROW EXECUTE FUNCTION "keep_artifact_search"();
CREATE TRIGGER "artifact_search_update" AFTER UPDATE ON "artifacts"
FOR EACH ROW WHEN (
  (old.name, old.tags, old.metadata, old.type, old.created_by_id, old.site_id, old.width, old.height,
    old.duration_ms)
  IS DISTINCT FROM
  (new.name, new.tags, new.metadata, new.type, new.created_by_id, new.site_id, new.width, new.height,
    new.duration_ms))
EXECUTE FUNCTION "keep_artifact_search"();

INSERT INTO "artifact_search" ("client_id", "artifact_id", "text", "terms")
SELECT a."client_id", a."id", f.folded, search_grams(a."client_id", f.folded) || search_facets(a)
FROM "artifacts" a, LATERAL (SELECT search_fold(concat_ws(' ', a."name", array_to_string(a."tags", ' '))) AS folded) f
ON CONFLICT DO NOTHING;
