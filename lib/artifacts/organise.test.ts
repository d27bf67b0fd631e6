import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { storedArtifact, testClient, testRuntime } from "@/lib/testing";
import { getArtifact, moveToSite, starArtifacts } from ".";

it("a star is a person's own, whatever else they may do", async () => {
  const { ctx, clientId, as } = await testClient();
  const foreign = await storedArtifact((await testClient()).clientId);
  const { id } = await storedArtifact(clientId);
  const viewer = await as("VIEWER");
  for (let times = 0; times < 2; times += 1) {
    expect(await starArtifacts(viewer, { ids: [id, foreign.id], starred: true })).toEqual({
      done: [id],
      notFound: [foreign.id],
      refused: [],
    });
  }
  expect((await getArtifact(viewer, id)).isFavorite).toBe(true);
  expect((await getArtifact(ctx, id)).isFavorite).toBe(false);
  await starArtifacts(viewer, { ids: [id], starred: false });
  expect((await getArtifact(viewer, id)).isFavorite).toBe(false);
});

it("the store of files is changed by managers, of their own stores by who is confined to some", async () => {
  const { ctx, clientId, as } = await testClient();
  const { db } = await testRuntime();
  const [here, there] = [uuid(), uuid()];
  await db.site.createMany({
    data: [here, there].map((id) => ({ clientId, id, name: `Store ${id}` })),
  });
  const { id } = await storedArtifact(clientId);
  await moveToSite(ctx, { ids: [id], siteId: here });
  expect((await getArtifact(ctx, id)).siteId).toBe(here);
  const confined = { ...(await as("MANAGER")), siteIds: [here] };
  await expect(moveToSite(confined, { ids: [id], siteId: there })).rejects.toMatchObject({
    reason: "unknown_site",
  });
  await expect(moveToSite(confined, { ids: [id], siteId: null })).rejects.toMatchObject({
    reason: "outside_your_sites",
  });
  await expect(
    moveToSite((await testClient()).ctx, { ids: [id], siteId: here }),
  ).rejects.toMatchObject({ reason: "unknown_site" });
  expect(await moveToSite(await as("UPLOADER"), { ids: [id], siteId: null })).toMatchObject({
    done: [],
    refused: [id],
  });
  await moveToSite(ctx, { ids: [id], siteId: null });
  expect((await getArtifact(ctx, id)).siteId).toBeNull();
});
