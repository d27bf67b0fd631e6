import { describe, expect, it } from "vitest";
import { createArtifact, getArtifact, listArtifacts } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { storedArtifact, testClient } from "@/lib/testing";
import { createTag, deleteTag, listTags, tagArtifacts, updateTag } from ".";
import { TagName } from "./schema";

const tagsOf = async (ctx: Context, id: string) => (await getArtifact(ctx, id)).tags;

describe("tagging", () => {
  it("adds and takes away on many, in the order in which they came, also when said twice", async () => {
    const { ctx, clientId } = await testClient();
    const [a, b] = [await storedArtifact(clientId), await storedArtifact(clientId)];
    const ids = [a.id, b.id, a.id.toUpperCase()];
    for (let times = 0; times < 2; times += 1) {
      const result = await tagArtifacts(ctx, { ids, add: ["夏季", "new"] });
      expect(result).toEqual({ done: [a.id, b.id].sort(), notFound: [], refused: [] });
    }
    expect(await tagsOf(ctx, a.id)).toEqual(["夏季", "new"]);
    expect((await getArtifact(ctx, a.id)).version).toBe(2);
    await tagArtifacts(ctx, { ids: [a.id], add: ["sale"], remove: ["夏季"] });
    expect(await tagsOf(ctx, a.id)).toEqual(["new", "sale"]);
    expect((await listArtifacts(ctx, { tag: ["new", "sale"] })).items).toHaveLength(1);
    const { items } = await listTags(ctx);
    expect(items.map(({ name }) => name).sort()).toEqual(["new", "sale", "夏季"]);
    expect(new Set(items.map(({ color }) => color)).size).toBe(3);
  });

  it("changes nothing of another client, and of other uploaders nothing for an uploader", async () => {
    const { ctx, clientId, as } = await testClient();
    const other = await testClient();
    const foreign = await storedArtifact(other.clientId);
    const others = await storedArtifact(clientId);
    const uploader = await as("UPLOADER");
    const file = { name: "a.mp4", contentType: "video/mp4", sizeBytes: 1 };
    const own = (await createArtifact(uploader, file)).artifact;
    const ids = [foreign.id, others.id, own.id];
    expect(await tagArtifacts(uploader, { ids, add: ["x"] })).toEqual({
      done: [own.id],
      notFound: [foreign.id],
      refused: [others.id],
    });
    expect(await tagsOf(other.ctx, foreign.id)).toEqual([]);
    expect(await tagsOf(ctx, others.id)).toEqual([]);
    await expect(tagArtifacts(await as("VIEWER"), { ids, add: ["x"] })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("refuses more tags than a card can show, and changes nothing then", async () => {
    const { ctx, clientId } = await testClient();
    const { id } = await storedArtifact(clientId);
    const names = (from: number) => Array.from({ length: 20 }, (_, i) => `tag ${from + i}`);
    await tagArtifacts(ctx, { ids: [id], add: names(0) });
    await expect(tagArtifacts(ctx, { ids: [id], add: names(20) })).rejects.toMatchObject({
      code: "invalid",
      reason: "too_many_tags",
    });
    expect(await tagsOf(ctx, id)).toHaveLength(20);
    expect((await listTags(ctx)).items).toHaveLength(20);
  });

  it("takes no comma, which divides tags in an address, and nothing too long", () => {
    expect(TagName.safeParse("a,b").success).toBe(false);
    expect(TagName.safeParse("n".repeat(41)).success).toBe(false);
    expect(TagName.safeParse(" 新品 ").data).toBe("新品");
  });
});

describe("a tag", () => {
  it("has a new name everywhere, and becomes one with another of that name", async () => {
    const { ctx, clientId } = await testClient();
    const [a, b] = [await storedArtifact(clientId), await storedArtifact(clientId)];
    await tagArtifacts(ctx, { ids: [a.id, b.id], add: ["sumer"] });
    await tagArtifacts(ctx, { ids: [b.id], add: ["summer"] });
    const tag = await updateTag(ctx, "sumer", { name: "summer", color: "teal" });
    expect(tag).toEqual({ name: "summer", color: "teal" });
    expect(await tagsOf(ctx, a.id)).toEqual(["summer"]);
    expect(await tagsOf(ctx, b.id)).toEqual(["summer"]);
    expect((await listTags(ctx)).items).toEqual([tag]);
    expect((await listArtifacts(ctx, { tag: ["summer"] })).items).toHaveLength(2);
  });

  it("is taken from every file when it is deleted, which says where it was", async () => {
    const { ctx, clientId } = await testClient();
    const { id } = await storedArtifact(clientId);
    await tagArtifacts(ctx, { ids: [id], add: ["old", "kept"] });
    expect(await deleteTag(ctx, "old")).toMatchObject({ name: "old", count: 1, artifactIds: [id] });
    expect(await tagsOf(ctx, id)).toEqual(["kept"]);
    await expect(deleteTag(ctx, "old")).rejects.toMatchObject({ code: "not_found" });
  });

  it("is one client's alone, and managers' to change", async () => {
    const { ctx, as } = await testClient();
    const other = await testClient();
    await createTag(ctx, { name: "sale", color: "red" });
    await expect(createTag(ctx, { name: "sale" })).rejects.toMatchObject({
      reason: "tag_name_taken",
    });
    expect((await listTags(other.ctx)).items).toEqual([]);
    await expect(updateTag(other.ctx, "sale", { color: "blue" })).rejects.toMatchObject({
      code: "not_found",
    });
    const uploader = await as("UPLOADER");
    for (const change of [updateTag, deleteTag]) {
      await expect(change(uploader, "sale", {})).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
