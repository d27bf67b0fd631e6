-- CreateTable
CREATE TABLE "client_usage" (
    "client_id" TEXT NOT NULL,
    "used_bytes" BIGINT NOT NULL DEFAULT 0,
    "reserved_bytes" BIGINT NOT NULL DEFAULT 0,
    "objects" BIGINT NOT NULL DEFAULT 0,
    "max_bytes" BIGINT,
    "max_objects" BIGINT,
    "max_file_bytes" BIGINT,

    CONSTRAINT "client_usage_pkey" PRIMARY KEY ("client_id")
);

-- CreateTable
CREATE TABLE "usage_deltas" (
    "client_id" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "used_bytes" BIGINT NOT NULL DEFAULT 0,
    "reserved_bytes" BIGINT NOT NULL DEFAULT 0,
    "objects" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "usage_deltas_pkey" PRIMARY KEY ("client_id","id")
);

-- AddForeignKey
ALTER TABLE "client_usage" ADD CONSTRAINT "client_usage_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Adds up what has come and gone since the last time. The row is locked first and by a statement of
-- its own, so that the next one sees what others have committed meanwhile.
CREATE FUNCTION "fold_usage"(of_client text) RETURNS "client_usage"
LANGUAGE plpgsql AS $$
declare
  present client_usage;
begin
  perform 1 from client_usage where client_id = of_client for update;
  with folded as (
    delete from usage_deltas where client_id = of_client
    returning used_bytes, reserved_bytes, objects
  ), gathered as (
    select coalesce(sum(used_bytes), 0) as used_bytes,
      coalesce(sum(reserved_bytes), 0) as reserved_bytes, coalesce(sum(objects), 0) as objects
    from folded
  )
  update client_usage u
  set used_bytes = u.used_bytes + g.used_bytes, reserved_bytes = u.reserved_bytes + g.reserved_bytes,
    objects = u.objects + g.objects
  from gathered g where u.client_id = of_client
  returning u.* into present;
  return present;
end $$;

CREATE FUNCTION "refuse_over_quota"(kind text, max_allowed bigint, used bigint, wanted bigint)
RETURNS void LANGUAGE plpgsql AS $$
begin
  raise exception 'over the limit of %', kind using errcode = 'VQ001',
    detail = json_build_object('kind', kind, 'limit', max_allowed, 'used', used, 'wanted', wanted)::text;
end $$;

-- What is wanted has been counted already. A client without limits takes no lock; others wait for
-- each other at their row, which is why a transaction that reserves takes it last.
CREATE FUNCTION "assert_within_quota"(of_client text, bytes bigint, files bigint, largest bigint)
RETURNS void LANGUAGE plpgsql AS $$
declare
  present client_usage;
begin
  select * into present from client_usage where client_id = of_client;
  if largest > present.max_file_bytes then
    perform refuse_over_quota('file', present.max_file_bytes, 0, largest);
  end if;
  if not (bytes > 0 and present.max_bytes is not null)
    and not (files > 0 and present.max_objects is not null) then
    return;
  end if;
  present := fold_usage(of_client);
  if bytes > 0 and present.used_bytes + present.reserved_bytes > present.max_bytes then
    perform refuse_over_quota('bytes', present.max_bytes,
      present.used_bytes + present.reserved_bytes - bytes, bytes);
  end if;
  if files > 0 and present.objects > present.max_objects then
    perform refuse_over_quota('objects', present.max_objects, present.objects - files, files);
  end if;
end $$;

-- Once a statement, however many rows it writes: `changed` is what came or went, `before` and
-- `after` are the same rows of an update.
CREATE FUNCTION "count_blobs"() RETURNS trigger
LANGUAGE plpgsql AS $$
begin
  if tg_op = 'UPDATE' then
    insert into usage_deltas (client_id, used_bytes)
    select client_id, sum(bytes) from (
      select client_id, size_bytes as bytes from after
      union all select client_id, -size_bytes from before
    ) as c group by client_id having sum(bytes) <> 0;
  else
    insert into usage_deltas (client_id, used_bytes)
    select client_id, case tg_op when 'INSERT' then sum(size_bytes) else -sum(size_bytes) end
    from changed group by client_id having sum(size_bytes) <> 0;
  end if;
  return null;
end $$;

CREATE TRIGGER "usage_insert" AFTER INSERT ON "blobs" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION "count_blobs"();
CREATE TRIGGER "usage_update" AFTER UPDATE ON "blobs" REFERENCING OLD TABLE AS before NEW TABLE AS after
FOR EACH STATEMENT EXECUTE FUNCTION "count_blobs"();
CREATE TRIGGER "usage_delete" AFTER DELETE ON "blobs" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION "count_blobs"();

-- Bytes that wait for a place. What people and programs send may be refused; pictures that are made
-- of it are counted alone.
CREATE FUNCTION "count_uploads"() RETURNS trigger
LANGUAGE plpgsql AS $$
declare
  grown record;
begin
  if tg_op = 'UPDATE' then
    for grown in
      select client_id, sum(bytes) as bytes, sum(bytes) filter (where is_limited) as limited,
        max(bytes) filter (where is_limited and is_new) as largest
      from (
        select client_id, size_bytes as bytes, purpose in ('NEW_ARTIFACT', 'NEW_VERSION') as is_limited,
          true as is_new
        from after where state in ('OPEN', 'COMPLETING')
        union all
        select client_id, -size_bytes, purpose in ('NEW_ARTIFACT', 'NEW_VERSION'), false
        from before where state in ('OPEN', 'COMPLETING')
      ) as c group by client_id having sum(bytes) <> 0
    loop
      insert into usage_deltas (client_id, reserved_bytes) values (grown.client_id, grown.bytes);
      if grown.limited > 0 then
        perform assert_within_quota(grown.client_id, grown.limited::bigint, 0, grown.largest);
      end if;
    end loop;
  else
    for grown in
      select client_id, sum(size_bytes) as bytes,
        sum(size_bytes) filter (where purpose in ('NEW_ARTIFACT', 'NEW_VERSION')) as limited,
        max(size_bytes) filter (where purpose in ('NEW_ARTIFACT', 'NEW_VERSION')) as largest
      from changed where state in ('OPEN', 'COMPLETING')
      group by client_id having sum(size_bytes) <> 0
    loop
      insert into usage_deltas (client_id, reserved_bytes)
      values (grown.client_id, case tg_op when 'INSERT' then grown.bytes else -grown.bytes end);
      if tg_op = 'INSERT' and grown.limited > 0 then
        perform assert_within_quota(grown.client_id, grown.limited::bigint, 0, grown.largest);
      end if;
    end loop;
  end if;
  return null;
end $$;

CREATE TRIGGER "usage_insert" AFTER INSERT ON "uploads" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION "count_uploads"();
CREATE TRIGGER "usage_update" AFTER UPDATE ON "uploads" REFERENCING OLD TABLE AS before NEW TABLE AS after
FOR EACH STATEMENT EXECUTE FUNCTION "count_uploads"();
CREATE TRIGGER "usage_delete" AFTER DELETE ON "uploads" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION "count_uploads"();

-- The trash counts. An artifact whose bytes are still to come may be refused; what was in the store
-- before (adopted files) is counted alone.
CREATE FUNCTION "count_artifacts"() RETURNS trigger
LANGUAGE plpgsql AS $$
declare
  grown record;
begin
  if tg_op = 'UPDATE' then
    insert into usage_deltas (client_id, objects)
    select client_id, sum(files) from (
      select client_id, 1 as files from after where status <> 'DELETED'
      union all select client_id, -1 from before where status <> 'DELETED'
    ) as c group by client_id having sum(files) <> 0;
  else
    for grown in
      select client_id, count(*) as files, count(*) filter (where status = 'UPLOADING') as limited
      from changed where status <> 'DELETED' group by client_id
    loop
      insert into usage_deltas (client_id, objects)
      values (grown.client_id, case tg_op when 'INSERT' then grown.files else -grown.files end);
      if tg_op = 'INSERT' and grown.limited > 0 then
        perform assert_within_quota(grown.client_id, 0, grown.limited, null);
      end if;
    end loop;
  end if;
  return null;
end $$;

CREATE TRIGGER "usage_insert" AFTER INSERT ON "artifacts" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION "count_artifacts"();
CREATE TRIGGER "usage_update" AFTER UPDATE ON "artifacts" REFERENCING OLD TABLE AS before NEW TABLE AS after
FOR EACH STATEMENT EXECUTE FUNCTION "count_artifacts"();
CREATE TRIGGER "usage_delete" AFTER DELETE ON "artifacts" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION "count_artifacts"();

CREATE FUNCTION "add_client_usage"() RETURNS trigger
LANGUAGE plpgsql AS $$
begin
  insert into client_usage (client_id) values (new.id) on conflict do nothing;
  return null;
end $$;

CREATE TRIGGER "usage_insert" AFTER INSERT ON "clients"
FOR EACH ROW EXECUTE FUNCTION "add_client_usage"();

-- The triggers have locked their tables until this is committed, so nothing comes in between.
INSERT INTO "client_usage" ("client_id", "used_bytes", "reserved_bytes", "objects")
SELECT c."id",
  coalesce((SELECT sum(b."size_bytes") FROM "blobs" b WHERE b."client_id" = c."id"), 0),
  coalesce((SELECT sum(u."size_bytes") FROM "uploads" u
    WHERE u."client_id" = c."id" AND u."state" IN ('OPEN', 'COMPLETING')), 0),
  (SELECT count(*) FROM "artifacts" a WHERE a."client_id" = c."id" AND a."status" <> 'DELETED')
FROM "clients" c;
