import { describe, expect, it } from "vitest";
import { getArtifact, listArtifacts, trashArtifacts } from "@/lib/artifacts";
import { storedArtifact, testClient } from "@/lib/testing";
import {
  changeItems,
  createCollection,
  deleteCollection,
  listCollections,
  updateCollection,
} from ".";

describe("a collection", () => {
  it("holds files, a file may be in several, and all can be taken out again", async () => {
    const { ctx, clientId, userId } = await testClient();
    const [a, b] = [
      await storedArtifact(clientId, { hasPoster: true }),
      await storedArtifact(clientId),
    ];
    const { id } = await createCollection(ctx, { name: "Window", artifactIds: [a.id] });
    const other = await createCollection(ctx, { name: "Door" });
    for (let times = 0; times < 2; times += 1) {
      const result = await changeItems(ctx, id, { ids: [a.id, b.id], action: "add" });
      expect(result).toEqual({ done: [a.id, b.id].sort(), notFound: [], refused: [] });
    }
    await changeItems(ctx, other.id, { ids: [a.id], action: "add" });
    expect((await getArtifact(ctx, a.id)).collectionIds.sort()).toEqual([id, other.id].sort());
    expect((await listCollections(ctx)).items).toMatchObject([
      { name: "Door", count: 1 },
      { name: "Window", count: 2, createdById: userId, posterUrls: [expect.any(String)] },
    ]);
    await changeItems(ctx, id, { ids: [a.id], action: "remove" });
    expect((await listArtifacts(ctx, { collection: id })).items.map(({ id }) => id)).toEqual([
      b.id,
    ]);
    await trashArtifacts(ctx, { ids: [b.id] });
    expect((await listCollections(ctx)).items[1]?.count).toBe(0);
  });

  it("has a name of its own, which changes only for who saw the last one", async () => {
    const { ctx } = await testClient();
    const { id } = await createCollection(ctx, { name: "Window" });
    await expect(createCollection(ctx, { name: "Window" })).rejects.toMatchObject({
      reason: "collection_name_taken",
    });
    await updateCollection(ctx, id, { name: "橱窗", version: 1 });
    await expect(updateCollection(ctx, id, { name: "Door", version: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await listCollections(ctx)).items).toMatchObject([{ name: "橱窗", version: 2 }]);
  });

  it("goes without what is in it, by its maker or a manager", async () => {
    const { ctx, clientId, as } = await testClient();
    const file = await storedArtifact(clientId);
    const uploader = await as("UPLOADER");
    const { id } = await createCollection(ctx, { name: "Window", artifactIds: [file.id] });
    const own = await createCollection(uploader, { name: "Mine" });
    await deleteCollection(uploader, own.id);
    await expect(deleteCollection(uploader, id)).rejects.toMatchObject({
      reason: "not_your_collection",
    });
    await deleteCollection(ctx, id);
    expect((await getArtifact(ctx, file.id)).collectionIds).toEqual([]);
    await expect(deleteCollection(ctx, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is one client's alone, and so is what can be in it", async () => {
    const { ctx, as } = await testClient();
    const other = await testClient();
    const foreign = await storedArtifact(other.clientId);
    const { id } = await createCollection(ctx, { name: "Window", artifactIds: [foreign.id] });
    expect(await changeItems(ctx, id, { ids: [foreign.id], action: "add" })).toMatchObject({
      done: [],
      notFound: [foreign.id],
    });
    expect((await listCollections(ctx)).items).toMatchObject([{ count: 0 }]);
    const change = { ids: [foreign.id], action: "add" as const };
    await expect(changeItems(other.ctx, id, change)).rejects.toMatchObject({ code: "not_found" });
    await expect(changeItems(await as("VIEWER"), id, change)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
