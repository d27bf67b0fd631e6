import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, inject, it, onTestFinished } from "vitest";
import { migrate } from "@/lib/db";
import { createLog } from "@/lib/log";

const migrations = "prisma/migrations";

it("counts what was there before it", async () => {
  const log = createLog("silent");
  const name = `before_${randomBytes(6).toString("hex")}`;
  const admin = new Client({ connectionString: inject("databaseUrl") });
  await admin.connect();
  onTestFinished(() => admin.end());
  await admin.query(`create schema ${name}`);
  const url = `${inject("databaseUrl")}?options=-csearch_path%3D${name}`;
  const earlier = await mkdtemp(join(tmpdir(), "vitrine-earlier-"));
  onTestFinished(() => rm(earlier, { recursive: true }));
  for (const folder of await readdir(migrations)) {
    if (!/^\d+_/.test(folder) || folder >= "20261128035147") continue;
    await cp(join(migrations, folder), join(earlier, folder), { recursive: true });
  }
  await migrate(url, earlier, log);
  const old = new Client({ connectionString: url });
  await old.connect();
  onTestFinished(() => old.end());
  await old.query(`
    insert into clients (id, name) values ('full', 'Full'), ('empty', 'Empty');
    insert into backends (id, kind) values ('disk', 'local');
    insert into blobs (client_id, id, state, size_bytes, content_type)
    select 'full', gen_random_uuid(), 'VERIFIED', 100, 'a/b' from generate_series(1, 3);
    insert into artifacts (client_id, id, name, type, status, content_type, size_bytes)
    values ('full', '00000000-0000-7000-8000-000000000001', 'a', 'FILE', 'AVAILABLE', 'a/b', 100),
      ('full', '00000000-0000-7000-8000-000000000002', 'b', 'FILE', 'DELETED', 'a/b', 100);
    insert into uploads (client_id, id, purpose, state, artifact_id, backend_id, staging_key,
      size_bytes, content_type, expires_at)
    select 'full', gen_random_uuid(), 'NEW_VERSION', state::"UploadState",
      '00000000-0000-7000-8000-000000000001', 'disk', state, 7, 'a/b', now()
    from unnest(array['OPEN', 'COMPLETING', 'DONE']) as state`);
  await migrate(url, migrations, log);
  const { rows } = await old.query("select * from client_usage order by client_id");
  expect(rows).toMatchObject([
    { client_id: "empty", used_bytes: "0", reserved_bytes: "0", objects: "0" },
    { client_id: "full", used_bytes: "300", reserved_bytes: "14", objects: "1", max_bytes: null },
  ]);
});
