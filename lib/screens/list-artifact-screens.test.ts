import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { storedArtifact, type TestClient, testClient, testRuntime } from "@/lib/testing";
import { listArtifactScreens } from ".";
import { markConnected, recordReceipts } from "./screen-state";

async function newScreen({ clientId }: TestClient, name: string, siteId: string | null = null) {
  const { db } = await testRuntime();
  const screenId = uuid();
  await db.screen.create({ data: { clientId, id: screenId, name, siteId, tokenHash: uuid() } });
  return { clientId, screenId, connectionId: uuid() };
}

it("names the screens that are to show it, and those that do now", async () => {
  const client = await testClient();
  const { id } = await storedArtifact(client.clientId);
  const door = await newScreen(client, "Door");
  await newScreen(client, "Window");
  await markConnected(client.ctx, [door]);
  const receipt = { revision: "r1", playingArtifactId: id, problem: null };
  await recordReceipts(client.ctx, [{ ...door, ...receipt }]);
  expect((await listArtifactScreens(client.ctx, id)).items).toMatchObject([
    { name: "Door", online: true, isPlaying: true },
    { name: "Window", online: false, isPlaying: false },
  ]);

  // A sound is for no screen.
  const song = { name: "Song.mp3", type: "AUDIO", contentType: "audio/mpeg" } as const;
  const { id: songId } = await storedArtifact(client.clientId, song);
  expect((await listArtifactScreens(client.ctx, songId)).items).toEqual([]);
});

it("keeps to the caller's sites, client and scopes", async () => {
  const client = await testClient();
  const { db } = await testRuntime();
  const { id } = await storedArtifact(client.clientId);
  const siteId = uuid();
  await db.site.create({ data: { clientId: client.clientId, id: siteId, name: "Old Town" } });
  await newScreen(client, "Mine", siteId);
  await newScreen(client, "Elsewhere");
  const confined = { ...client.ctx, siteIds: [siteId] };
  const { items } = await listArtifactScreens(confined, id);
  expect(items.map(({ name, site }) => [name, site?.name])).toEqual([["Mine", "Old Town"]]);

  const { ctx: stranger } = await testClient();
  await expect(listArtifactScreens(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  const blind = { ...client.ctx, scopes: new Set<never>() };
  await expect(listArtifactScreens(blind, id)).rejects.toMatchObject({ code: "forbidden" });
});
