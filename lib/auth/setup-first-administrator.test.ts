import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, migrate, openDatabase } from "@/lib/db";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/postgres";
import { testRuntime, testSecrets } from "@/lib/testing";
import { baseContext } from "./base-context";
import { isPassword } from "./hash-password";
import { needsSetup, setupFirstAdministrator } from "./setup-first-administrator";
import { setupToken } from "./setup-token";

// A Postgres of its own: in the one of all tests somebody is set up long since.
let directory: string;
let postgres: EmbeddedPostgres;
let own: Database;

beforeAll(async () => {
  const { log } = await testRuntime();
  directory = await mkdtemp(join(tmpdir(), "vitrine-setup-"));
  postgres = await startEmbedded(directory, { log, settings: ["fsync=off"] });
  await migrate(postgres.url, resolve("prisma/migrations"), log);
  own = openDatabase(postgres.url, 6);
  await testRuntime({ db: own.db, pool: own.pool });
});

afterAll(async () => {
  await own?.close();
  await postgres?.stop();
  await rm(directory, { recursive: true, force: true });
});

const ask = (email: string, given: { token?: string; clientName?: string } = {}) =>
  setupFirstAdministrator(baseContext({ kind: "anonymous", address: "192.0.2.1" }), {
    token: setupToken(testSecrets),
    name: "Ada",
    email,
    password: "a long and honest password",
    clientName: "Coffee & Sons",
    ...given,
  });

describe("setting up the first administrator", () => {
  it("refuses another token, and a client without a name", async () => {
    expect(await needsSetup()).toBe(true);
    const token = `${setupToken(testSecrets).slice(0, -1)}!`;
    await expect(ask("a@example.com", { token })).rejects.toMatchObject({ code: "forbidden" });
    const nameless = ask("a@example.com", { clientName: undefined });
    await expect(nameless).rejects.toMatchObject({ reason: "client_name_missing" });
    expect(await needsSetup()).toBe(true);
  });

  it("lets exactly one of those win who come at once, and nobody later", async () => {
    const emails = ["a@example.com", "b@example.com", "c@example.com", "d@example.com"];
    const answers = await Promise.allSettled(emails.map((email) => ask(email)));
    const lost = answers.filter((answer) => answer.status === "rejected");
    expect(lost).toHaveLength(3);
    for (const { reason } of lost) {
      expect(reason).toMatchObject({ code: "conflict", reason: "already_set_up" });
    }
    await expect(ask("e@example.com")).rejects.toMatchObject({ reason: "already_set_up" });
    expect(await needsSetup()).toBe(false);
  });

  it("leaves an administrator who owns the first client", async () => {
    const [user, ...others] = await own.db.user.findMany({ include: { memberships: true } });
    expect(others).toEqual([]);
    expect(user).toMatchObject({
      isAdmin: true,
      memberships: [{ clientId: "client_001", role: "OWNER" }],
    });
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(user?.passwordHash, "a long and honest password")).toBe(true);
    const client = await own.db.client.findUnique({ where: { id: "client_001" } });
    expect(client?.name).toBe("Coffee & Sons");
  });
});
