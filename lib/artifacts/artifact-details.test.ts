import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { storedArtifact, testClient } from "@/lib/testing";
import {
  createArtifact,
  getArtifactDetails,
  listArtifactHistory,
  restoreArtifacts,
  trashArtifacts,
  updateArtifact,
} from ".";

const page = { limit: 20 };

describe("details and history of an artifact", () => {
  it("say what is known and what was done, the last first", async () => {
    const { ctx, as } = await testClient();
    const { artifact } = await createArtifact(ctx, { name: "a.txt", sizeBytes: 1 });
    const manager = await as("MANAGER");
    await updateArtifact(manager, artifact.id, { name: "b.txt", version: 1 });
    const ids = [artifact.id, (await storedArtifact(ctx.clientId)).id];
    await trashArtifacts(manager, { ids });
    await restoreArtifacts(manager, { ids });

    const { items, nextCursor } = await listArtifactHistory(ctx, artifact.id, page);
    expect(nextCursor).toBeNull();
    expect(items.map(({ action, actor }) => [action, actor.name])).toEqual([
      ["artifact.restore", "The manager"],
      ["artifact.trash", "The manager"],
      ["artifact.update", "The manager"],
      ["artifact.create", "The owner"],
    ]);
    expect(items[2]?.detail).toMatchObject({ before: "a.txt", after: "b.txt" });
    expect(await getArtifactDetails(ctx, artifact.id)).toEqual({
      ...{ site: null, facts: {}, storyboard: null, waveformUrl: null },
    });
  });

  it("goes on page by page", async () => {
    const { ctx } = await testClient();
    const { artifact } = await createArtifact(ctx, { name: "a.txt", sizeBytes: 1 });
    for (const version of [1, 2, 3]) await updateArtifact(ctx, artifact.id, { name: "b", version });
    const first = await listArtifactHistory(ctx, artifact.id, { limit: 3 });
    expect(first.items).toHaveLength(3);
    const cursor = first.nextCursor ?? undefined;
    const last = await listArtifactHistory(ctx, artifact.id, { limit: 3, cursor });
    expect(last.items.map(({ action }) => action)).toEqual(["artifact.create"]);
    expect(last.nextCursor).toBeNull();
  });

  it("are another client's business, or nobody's", async () => {
    const [mine, theirs] = [await testClient(), await testClient()];
    const { id } = await storedArtifact(theirs.clientId);
    for (const unknown of [id, uuid()]) {
      const gone = { code: "not_found" };
      await expect(getArtifactDetails(mine.ctx, unknown)).rejects.toMatchObject(gone);
      await expect(listArtifactHistory(mine.ctx, unknown, page)).rejects.toMatchObject(gone);
    }
  });

  it("want the scope to read", async () => {
    const { ctx } = await testClient();
    const { id } = await storedArtifact(ctx.clientId);
    const blind = { ...ctx, scopes: new Set<never>() };
    const refused = { code: "forbidden" };
    await expect(getArtifactDetails(blind, id)).rejects.toMatchObject(refused);
    await expect(listArtifactHistory(blind, id, page)).rejects.toMatchObject(refused);
  });
});
