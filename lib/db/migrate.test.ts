import { randomBytes } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { createLog } from "@/lib/log";
import { migrate } from "./migrate";

const log = createLog("silent");
const admin = new Client({ connectionString: inject("databaseUrl") });
let directory: string;
let schema: string;
let url: string;

beforeAll(async () => {
  await admin.connect();
  directory = await mkdtemp(join(tmpdir(), "vitrine-migrate-"));
  await add("1_first", "CREATE TABLE one (n int)");
  await add("2_second", "CREATE TABLE two (n int); INSERT INTO two VALUES (2)");
});
afterAll(async () => {
  await admin.end();
  await rm(directory, { recursive: true });
});
beforeEach(async () => {
  schema = `m_${randomBytes(6).toString("hex")}`;
  await admin.query(`CREATE SCHEMA ${schema}`);
  url = `${inject("databaseUrl")}?options=-csearch_path%3D${schema}`;
});

async function add(name: string, sql: string, folder = directory): Promise<void> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, "migration.sql"), sql);
}

describe("migrations", () => {
  it("are applied once, in order, and then there is nothing to do", async () => {
    expect(await migrate(url, directory, log)).toEqual(["1_first", "2_second"]);
    expect(await migrate(url, directory, log)).toEqual([]);
    const { rows } = await admin.query(
      `SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS finished,
         length(checksum) AS length FROM ${schema}._prisma_migrations ORDER BY 1`,
    );
    expect(rows).toEqual([
      { migration_name: "1_first", applied_steps_count: 1, finished: true, length: 64 },
      { migration_name: "2_second", applied_steps_count: 1, finished: true, length: 64 },
    ]);
  });

  it("are applied by one of five processes that start at once", async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => migrate(url, directory, log)));
    expect(all.map((names) => names.length).sort()).toEqual([0, 0, 0, 0, 2]);
    expect((await admin.query(`SELECT n FROM ${schema}.two`)).rows).toEqual([{ n: 2 }]);
  });

  it("leave nothing of one that fails, and go on when it is mended", async () => {
    const broken = await mkdtemp(join(tmpdir(), "vitrine-migrate-"));
    await cp(directory, broken, { recursive: true });
    await add("3_third", "CREATE TABLE three (n int); SELECT nonsense", broken);
    await expect(migrate(url, broken, log)).rejects.toThrow(/3_third failed.*nonsense/);
    const { rows } = await admin.query(`SELECT to_regclass('${schema}.three') AS three`);
    expect(rows).toEqual([{ three: null }]);
    await writeFile(join(broken, "3_third/migration.sql"), "CREATE TABLE three (n int)");
    expect(await migrate(url, broken, log)).toEqual(["3_third"]);
    await rm(broken, { recursive: true });
  });
});
