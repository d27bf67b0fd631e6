import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { v7 as uuid } from "uuid";
import { afterEach, describe, expect, inject, it, vi } from "vitest";
import { WebSocket } from "ws";
import { type Database, listen, openDatabase } from "@/lib/db";
import { changeChannel, publish } from "@/lib/realtime";
import { Change } from "@/lib/realtime/schema";
import type { Runtime } from "@/lib/runtime";
import { createPairing, listScreens, pairScreen, removeScreen } from "@/lib/screens";
import { storedArtifact, type TestClient, testClient, testRuntime } from "@/lib/testing";
import { attachSockets } from "./attach-sockets";

// A busy machine may take its time.
const soon = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000 });

const stops: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** As a server process has it: its own database connections, listener and sockets. */
async function startProcess() {
  const shared = await testRuntime();
  const database: Database = openDatabase(inject("databaseUrl"), 4);
  const runtime: Runtime = { ...shared, db: database.db, pool: database.pool };
  const sockets = attachSockets(runtime, { gatherMs: 0 });
  const onPayload = (payload: string) => {
    const change = Change.parse(JSON.parse(payload));
    if (change.kind === "sessions") shared.sessions.forget(change.userId);
    sockets.deliver(change);
  };
  const { log } = shared;
  const listener = await listen(inject("databaseUrl"), changeChannel, onPayload, { log });
  const http = createServer();
  http.on("upgrade", sockets.handleUpgrade);
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  stops.push(async () => {
    await sockets.close();
    await listener.close();
    http.close();
    await database.close();
  });
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/ws`;
  return {
    sockets,
    listener,
    async join(hello: object, headers: Record<string, string> = {}) {
      const socket = new WebSocket(url, { headers });
      const heard: { type: string; [field: string]: unknown }[] = [];
      socket.on("message", (data) => heard.push(JSON.parse(String(data))));
      const closed = new Promise<number>((resolve) => socket.once("close", resolve));
      await once(socket, "open");
      stops.push(async () => socket.terminate());
      const say = (message: object) => socket.send(JSON.stringify(message));
      say(hello);
      return { heard, closed, say, socket };
    },
  };
}

type Process = Awaited<ReturnType<typeof startProcess>>;

async function newScreen(client: TestClient, name = "Door") {
  const { ctx } = await newPairing();
  const { code, secret } = await createPairing(ctx);
  const screen = await pairScreen(client.ctx, { code, name, siteId: null });
  return { ...screen, token: secret };
}

async function newPairing() {
  const { db, pool, storage, log } = await testRuntime();
  const actor = { kind: "anonymous", address: uuid() } as const;
  const ctx = { actor, db, pool, storage, log, requestId: uuid() };
  return { ctx, ...(await createPairing(ctx)) };
}

const hang = (process: Process, token: string) => process.join({ type: "hello-screen", token });
const watch = (process: Process, { clientId, cookie }: TestClient, of = clientId) =>
  process.join({ type: "hello", as: "dashboard", clientId: of }, { cookie });

const types = (heard: { type: string }[]) => heard.map(({ type }) => type);
const welcomed = ({ heard }: { heard: { type: string }[] }) =>
  soon(() => expect(types(heard)).toContain("welcome"));

describe("sockets of one process", () => {
  it("tell a screen its revision when it comes and when it changes", async () => {
    const process = await startProcess();
    const client = await testClient();
    const screen = await newScreen(client);
    const { heard } = await hang(process, screen.token);
    await soon(() => expect(types(heard)).toEqual(["welcome", "revision"]));
    const { id } = await storedArtifact(client.clientId);
    await publish(client.ctx, { kind: "artifacts", clientId: client.clientId, ids: [id] });
    await soon(() => expect(types(heard)).toEqual(["welcome", "revision", "revision"]));
    expect(heard[2]?.revision).not.toBe(heard[1]?.revision);
    const { items } = await listScreens(client.ctx);
    expect(items[0]?.desiredRevision).toBe(heard[2]?.revision);
  });

  it("show the dashboard that a screen came, what it plays, and that it left", async () => {
    const process = await startProcess();
    const client = await testClient();
    const screen = await newScreen(client);
    const video = await storedArtifact(client.clientId, { name: "Spring.mp4" });
    const dashboard = await watch(process, client);
    await welcomed(dashboard);
    const onWall = await hang(process, screen.token);
    const shown = async () => (await listScreens(client.ctx)).items[0];
    const changed = { type: "changed", kind: "screens", ids: [screen.id] };
    await soon(() => expect(dashboard.heard).toContainEqual(changed));
    await soon(async () => expect(await shown()).toMatchObject({ online: true }));

    const receipt = { revision: "r1", playingArtifactId: video.id, problem: null };
    onWall.say({ type: "receipt", ...receipt });
    await soon(async () =>
      expect(await shown()).toMatchObject({ revision: "r1", playing: { name: "Spring.mp4" } }),
    );
    dashboard.heard.length = 0;
    onWall.socket.terminate();
    await soon(() => expect(dashboard.heard).toContainEqual(changed));
    expect(await shown()).toMatchObject({ online: false });
  });

  it("tell the screen that shows a code that it was claimed", async () => {
    const process = await startProcess();
    const client = await testClient();
    const { id, code, secret } = await newPairing();
    const pairing = await process.join({ type: "hello-pairing", id, secret });
    await welcomed(pairing);
    await pairScreen(client.ctx, { code, name: "Door", siteId: null });
    await soon(() => expect(types(pairing.heard)).toEqual(["welcome", "paired"]));
    const late = await process.join({ type: "hello-pairing", id, secret });
    await soon(() => expect(types(late.heard)).toEqual(["welcome", "paired"]));
    await welcomed(await hang(process, secret));
  });

  it("close a removed screen's socket at once", async () => {
    const process = await startProcess();
    const client = await testClient();
    const screen = await newScreen(client);
    const onWall = await hang(process, screen.token);
    await welcomed(onWall);
    await removeScreen(client.ctx, screen.id);
    expect(await onWall.closed).toBe(4401);
    expect(onWall.heard.at(-1)).toEqual({ type: "denied", code: "unauthenticated" });
    expect(await (await hang(process, screen.token)).closed).toBe(4401);
  });

  it("let nobody in who does not belong there", async () => {
    const process = await startProcess();
    const [client, other] = await Promise.all([testClient(), testClient()]);
    const { id } = await newPairing();
    const anonymous = { type: "hello", as: "dashboard", clientId: client.clientId };
    const closed = await Promise.all([
      (await process.join(anonymous)).closed,
      (await watch(process, other, client.clientId)).closed,
      (await watch(process, client, "NO SUCH ID")).closed,
      (await hang(process, "wrong")).closed,
      (await process.join({ type: "hello-pairing", id, secret: "wrong" })).closed,
    ]);
    expect(closed).toEqual([4401, 4404, 4404, 4401, 4404]);
  });

  it("never let a viewer of one client hear of another", async () => {
    const process = await startProcess();
    const [one, other] = await Promise.all([testClient("VIEWER"), testClient()]);
    const dashboard = await watch(process, one);
    await welcomed(dashboard);
    const { clientId } = other;
    await publish(other.ctx, { kind: "artifacts", clientId, ids: [uuid()] });
    await newScreen(other);
    await publish(one.ctx, { kind: "people", clientId: one.clientId });
    await soon(() => expect(dashboard.heard).toHaveLength(2));
    expect(dashboard.heard[1]).toEqual({ type: "changed", kind: "people", ids: [] });
  });

  it("end a dashboard whose person lost the session", async () => {
    const { db } = await testRuntime();
    const process = await startProcess();
    const client = await testClient();
    const dashboard = await watch(process, client);
    await welcomed(dashboard);
    const { userId } = client;
    await db.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
    await publish(client.ctx, { kind: "sessions", userId });
    expect(await dashboard.closed).toBe(4401);
  });

  it("tell everyone anew what was notified while nobody listened", async () => {
    const { db } = await testRuntime();
    const process = await startProcess();
    const client = await testClient();
    const [kept, removed] = [await newScreen(client, "A"), await newScreen(client, "B")];
    const { id, code, secret } = await newPairing();
    const [onWall, gone, pairing, dashboard] = await Promise.all([
      hang(process, kept.token),
      hang(process, removed.token),
      process.join({ type: "hello-pairing", id, secret }),
      watch(process, client),
    ]);
    await Promise.all([onWall, gone, pairing, dashboard].map(welcomed));
    await soon(() => expect(types(onWall.heard)).toContain("revision"));
    await process.listener.close();
    await storedArtifact(client.clientId);
    await pairScreen(client.ctx, { code, name: "C", siteId: null });
    await db.screen.delete({
      where: { clientId_id: { clientId: client.clientId, id: removed.id } },
    });
    dashboard.heard.length = 0;

    await process.sockets.resyncAll();
    expect(await gone.closed).toBe(4401);
    await soon(() => {
      expect(types(onWall.heard)).toEqual(["welcome", "revision", "revision"]);
      expect(types(pairing.heard)).toContain("paired");
      expect(dashboard.heard.map(({ kind }) => kind)).toEqual([
        "artifacts",
        "screens",
        "people",
        "collections",
        "views",
      ]);
    });
  });
});

describe("two processes on one Postgres", () => {
  it("tell a screen on the one of a change made through the other", async () => {
    const [here, there] = [await startProcess(), await startProcess()];
    const client = await testClient();
    const screen = await newScreen(client);
    const [dashboard, onWall] = [await watch(here, client), await hang(there, screen.token)];
    await welcomed(dashboard);
    await soon(() => expect(types(onWall.heard)).toEqual(["welcome", "revision"]));
    await soon(() =>
      expect(dashboard.heard).toContainEqual({
        type: "changed",
        kind: "screens",
        ids: [screen.id],
      }),
    );
    const { id } = await storedArtifact(client.clientId);
    await publish(client.ctx, { kind: "artifacts", clientId: client.clientId, ids: [id] });
    await soon(() => expect(types(onWall.heard)).toEqual(["welcome", "revision", "revision"]));
    const changed = { type: "changed", kind: "artifacts", ids: [id] };
    await soon(() => expect(dashboard.heard).toContainEqual(changed));
  });

  it("keep a screen online that moved from one to the other", async () => {
    const [here, there] = [await startProcess(), await startProcess()];
    const client = await testClient();
    const screen = await newScreen(client);
    const before = await hang(here, screen.token);
    await welcomed(before);
    await soon(async () =>
      expect((await listScreens(client.ctx)).items[0]).toMatchObject({ online: true }),
    );
    const after = await hang(there, screen.token);
    await welcomed(after);
    after.say({ type: "receipt", revision: "there", playingArtifactId: null, problem: null });
    await soon(async () =>
      expect((await listScreens(client.ctx)).items[0]).toMatchObject({ revision: "there" }),
    );
    before.socket.terminate();
    await here.sockets.close();
    expect((await listScreens(client.ctx)).items[0]).toMatchObject({ online: true });
  });
});
