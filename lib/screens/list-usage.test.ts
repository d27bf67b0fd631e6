import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { storedArtifact, testClient, testRuntime } from "@/lib/testing";
import { listUsage } from ".";
import { markConnected, recordReceipts } from "./screen-state";

it("names the screens and collections of several files at once, what plays now among them", async () => {
  const { clientId, ctx } = await testClient();
  const { db } = await testRuntime();
  const { id } = await storedArtifact(clientId);
  const song = { name: "Song.mp3", type: "AUDIO", contentType: "audio/mpeg" } as const;
  const { id: songId } = await storedArtifact(clientId, song);
  const screenId = uuid();
  await db.screen.create({ data: { clientId, id: screenId, name: "Door", tokenHash: uuid() } });
  const collection = { clientId, id: uuid(), name: "Autumn" };
  await db.collection.create({ data: collection });
  await db.collectionItem.create({
    data: { clientId, collectionId: collection.id, artifactId: songId },
  });

  expect(await listUsage(ctx, { ids: [songId] })).toEqual({
    screens: [],
    collections: [{ id: collection.id, name: "Autumn" }],
  });
  const door = { clientId, screenId, connectionId: uuid() };
  await markConnected(ctx, [door]);
  expect(await listUsage(ctx, { ids: [id, songId] })).toMatchObject({
    screens: [{ name: "Door", online: true, isPlaying: false }],
    collections: [{ name: "Autumn" }],
  });
  await recordReceipts(ctx, [{ ...door, revision: "r", playingArtifactId: id, problem: null }]);
  expect((await listUsage(ctx, { ids: [id] })).screens).toMatchObject([{ isPlaying: true }]);
});

it("tells a stranger nothing, and nobody of screens they may not see", async () => {
  const { clientId, ctx } = await testClient();
  const { db } = await testRuntime();
  const { id } = await storedArtifact(clientId);
  await db.screen.create({ data: { clientId, id: uuid(), name: "Door", tokenHash: uuid() } });
  const { ctx: stranger } = await testClient();
  expect(await listUsage(stranger, { ids: [id] })).toEqual({ screens: [], collections: [] });
  const reader = { ...ctx, scopes: new Set(["artifacts:read"] as const) };
  expect(await listUsage(reader, { ids: [id] })).toEqual({ screens: [], collections: [] });
  const blind = { ...ctx, scopes: new Set<never>() };
  await expect(listUsage(blind, { ids: [id] })).rejects.toMatchObject({ code: "forbidden" });
});
