import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { type TestClient, testClient, testRuntime } from "@/lib/testing";
import { listScreens, openPresenceBook } from ".";
import { giveUpSilent, keepAlive, markConnected, markGone, recordReceipts } from "./screen-state";

async function newScreen({ clientId }: TestClient) {
  const { db } = await testRuntime();
  const screenId = uuid();
  const data = { clientId, id: screenId, name: "Door", tokenHash: uuid() };
  await db.screen.create({ data });
  return { clientId, screenId, connectionId: uuid() };
}

// A busy machine may take its time.
const patience = { timeout: 10_000 };
const receipt = { revision: "r1", playingArtifactId: uuid(), problem: null };

function onlineOf({ ctx }: TestClient) {
  return async () => (await listScreens(ctx)).items.filter(({ online }) => online);
}

async function only({ ctx }: TestClient) {
  const { items } = await listScreens(ctx);
  return items[0];
}

describe("what is known of a screen", () => {
  it("is online once connected, and not after its goodbye", async () => {
    const client = await testClient();
    const screen = await newScreen(client);
    await markConnected(client.ctx, [screen]);
    expect(await only(client)).toMatchObject({ online: true });
    expect(await markGone(client.ctx, [screen])).toHaveLength(1);
    expect(await only(client)).toMatchObject({ online: false });
  });

  it("does not change by a late goodbye or receipt of an older socket", async () => {
    const client = await testClient();
    const older = await newScreen(client);
    const newer = { ...older, connectionId: uuid() };
    await markConnected(client.ctx, [older]);
    await markConnected(client.ctx, [newer]);
    expect(await markGone(client.ctx, [older])).toEqual([]);
    expect(await recordReceipts(client.ctx, [{ ...older, ...receipt }])).toEqual([]);
    expect(await only(client)).toMatchObject({ online: true, revision: null });
  });

  it("counts a receipt as news only when something in it is new", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const screen = await newScreen(client);
    await markConnected(client.ctx, [screen]);
    const since = async () =>
      (await db.screenState.findFirstOrThrow({ where: { screenId: screen.screenId } }))
        .playingSince;
    expect(await recordReceipts(client.ctx, [{ ...screen, ...receipt }])).toHaveLength(1);
    const first = await since();
    expect(await recordReceipts(client.ctx, [{ ...screen, ...receipt }])).toEqual([]);
    const moved = { ...screen, ...receipt, revision: "r2" };
    expect(await recordReceipts(client.ctx, [moved])).toHaveLength(1);
    expect(await since()).toEqual(first);
    await recordReceipts(client.ctx, [{ ...moved, playingArtifactId: null, problem: "network" }]);
    expect(await only(client)).toMatchObject({ revision: "r2", playing: null, problem: "network" });
  });

  it("is given up when its process ended without a word, and comes back with a heartbeat", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const screen = await newScreen(client);
    await markConnected(client.ctx, [screen]);
    await db.screenState.updateMany({
      where: { screenId: screen.screenId },
      data: { lastSeenAt: new Date(Date.now() - 50_000) },
    });
    const lost = await giveUpSilent(client.ctx);
    expect(lost).toContainEqual({ clientId: client.clientId, screenId: screen.screenId });
    expect(await keepAlive(client.ctx, [screen])).toHaveLength(1);
    expect(await keepAlive(client.ctx, [screen])).toEqual([]);
    expect(await only(client)).toMatchObject({ online: true });
  });

  it("is written for those that still exist when some were removed meanwhile", async () => {
    const client = await testClient();
    const screen = await newScreen(client);
    const removed = { ...screen, screenId: uuid(), connectionId: uuid() };
    expect(await markConnected(client.ctx, [removed, screen])).toHaveLength(1);
  });
});

describe("the presence book", () => {
  it("writes arrivals, receipts and goodbyes of many screens", async () => {
    const client = await testClient();
    const [one, two] = [await newScreen(client), await newScreen(client)];
    const book = openPresenceBook(client.ctx, { gatherMs: 0 });
    book.arrive(one);
    book.arrive(two);
    book.record(one, receipt);
    await expect.poll(onlineOf(client), patience).toHaveLength(2);
    book.leave(two);
    await expect
      .poll(onlineOf(client), patience)
      .toMatchObject([{ id: one.screenId, revision: "r1" }]);
    await book.close();
    expect((await listScreens(client.ctx)).items.map(({ online }) => online)).toEqual([
      false,
      false,
    ]);
  });

  it("keeps what it could not write and writes it later", async () => {
    const client = await testClient();
    const screen = await newScreen(client);
    let isDown = true;
    const $transaction = (...given: unknown[]) => {
      if (isDown) throw new Error("the database is away");
      return Reflect.apply(client.ctx.db.$transaction as never, client.ctx.db, given);
    };
    const db = new Proxy(client.ctx.db, {
      get: (target, key) => (key === "$transaction" ? $transaction : Reflect.get(target, key)),
    });
    const book = openPresenceBook({ ...client.ctx, db }, { gatherMs: 20 });
    book.arrive(screen);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await only(client)).toMatchObject({ online: false });
    isDown = false;
    await expect.poll(() => only(client), patience).toMatchObject({ online: true });
    await book.close();
  });

  it("says again on a clock that its screens are there", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const screen = await newScreen(client);
    const book = openPresenceBook(client.ctx, { gatherMs: 0, heartbeatMs: 20 });
    book.arrive(screen);
    await expect.poll(() => only(client), patience).toMatchObject({ online: true });
    const where = { screenId: screen.screenId };
    await db.screenState.updateMany({ where, data: { lastSeenAt: new Date(0) } });
    await expect.poll(() => only(client), patience).toMatchObject({ online: true });
    await book.close();
  });
});
