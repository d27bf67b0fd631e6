import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { createLog } from "@/lib/log";
import { type Listener, listen } from "./listen";

const log = createLog("silent");
const url = inject("databaseUrl");
const client = new Client({ connectionString: url });
const channel = `test_${randomBytes(6).toString("hex")}`;
let listener: Listener;
const heard: string[] = [];
const onReconnect = vi.fn();

beforeAll(async () => {
  await client.connect();
  listener = await listen(url, channel, (payload) => heard.push(payload), { onReconnect, log });
});
afterAll(async () => {
  await listener.close();
  await client.end();
});

const notify = (payload: string) => client.query("SELECT pg_notify($1, $2)", [channel, payload]);
const listening = () =>
  client.query(
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'vitrine-listen' AND query LIKE $1",
    [`%${channel}%`],
  );

describe("a listener", () => {
  it("hears what is notified, after the commit and never before", async () => {
    await client.query("BEGIN");
    await notify("one");
    await client.query("SELECT pg_sleep(0.05)");
    expect(heard).toEqual([]);
    await client.query("COMMIT");
    await vi.waitFor(() => expect(heard).toEqual(["one"]));
  });

  it("comes back when its connection is lost, says so, and hears again", async () => {
    const { rows } = await listening();
    expect(rows).toHaveLength(1);
    await client.query("SELECT pg_terminate_backend($1)", [rows[0].pid]);
    await vi.waitFor(() => expect(onReconnect).toHaveBeenCalledOnce(), { timeout: 10_000 });
    await notify("two");
    await vi.waitFor(() => expect(heard).toContain("two"));
  });

  it("is silent once closed", async () => {
    await listener.close();
    await vi.waitFor(async () => expect((await listening()).rows).toEqual([]));
    expect(onReconnect).toHaveBeenCalledOnce();
  });

  it("refuses to start where there is no database", async () => {
    const nowhere = "postgresql://nobody@127.0.0.1:1/none";
    await expect(listen(nowhere, channel, () => {}, { log })).rejects.toThrow(/ECONNREFUSED/);
  });
});
