import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { storedArtifact, type TestClient, testClient, testRuntime } from "@/lib/testing";
import { listArtifacts, trashArtifacts } from ".";
import type { ArtifactQuery } from "./schema";

let shop: TestClient;
const idOf = new Map<string, string>();

/** Names of what is found, in order. */
async function names(query: ArtifactQuery, ctx = shop.ctx): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listArtifacts(ctx, { limit: 2, ...query, ...(cursor ? { cursor } : {}) });
    found.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

beforeAll(async () => {
  shop = await testClient();
  const { db } = await testRuntime();
  const { clientId, userId } = shop;
  const facts = [
    { name: "Summer Coffee 2.mp4", tags: ["summer"], durationMs: 9_000, sizeBytes: 30n },
    { name: "夏季咖啡促销.mp4", tags: ["summer", "促销"], durationMs: 20_000, sizeBytes: 10n },
    { name: "Café ＣＯＦＦＥＥ 10.mp4", durationMs: 45_000, width: 1080, height: 1920 },
    { name: "Jingle.mp3", type: "AUDIO", durationMs: 90_000, width: null, height: null },
    { name: "Logo 100%_new.png", type: "IMAGE", durationMs: null, width: 500, height: 500 },
  ] as const;
  for (const { name, ...values } of facts) {
    const { id } = await storedArtifact(clientId, { name });
    idOf.set(name, id);
    const data = { ...values, tags: "tags" in values ? [...values.tags] : [] };
    await db.artifact.update({ where: { clientId_id: { clientId, id } }, data });
  }
  await db.artifact.updateMany({
    where: { clientId, name: "Jingle.mp3" },
    data: { createdById: userId, metadata: { composer: "Lin Hai" } },
  });
});

describe("searching", () => {
  it("finds words in any order, whatever their case, width or accents", async () => {
    expect(await names({ q: "coffee" })).toEqual([
      "Café ＣＯＦＦＥＥ 10.mp4",
      "Summer Coffee 2.mp4",
    ]);
    expect(await names({ q: "COFFEE cafe" })).toEqual(["Café ＣＯＦＦＥＥ 10.mp4"]);
    expect(await names({ q: "ｃｏｆｆｅｅ　summer" })).toEqual(["Summer Coffee 2.mp4"]);
  });

  it("finds Chinese by one letter or more, from inside of a name", async () => {
    expect(await names({ q: "咖啡" })).toEqual(["夏季咖啡促销.mp4"]);
    expect(await names({ q: "啡" })).toEqual(["夏季咖啡促销.mp4"]);
    expect(await names({ q: "季咖啡促" })).toEqual(["夏季咖啡促销.mp4"]);
  });

  it("finds what tags and metadata say", async () => {
    expect(await names({ q: "lin hai" })).toEqual(["Jingle.mp3"]);
    expect(await names({ q: "促销" })).toEqual(["夏季咖啡促销.mp4"]);
  });

  it("takes signs for what they are", async () => {
    expect(await names({ q: "100%_" })).toEqual(["Logo 100%_new.png"]);
    expect(await names({ q: "%" })).toEqual(["Logo 100%_new.png"]);
    expect(await names({ q: "' or 1=1 --" })).toEqual([]);
    expect(await names({ q: "coffeX" })).toEqual([]);
    expect(await names({ q: "   " })).toHaveLength(5);
  });

  it("follows a new name at once", async () => {
    const { db } = await testRuntime();
    const { id } = await storedArtifact(shop.clientId, { name: "Old.mp4" });
    await db.artifact.updateMany({ where: { id }, data: { name: "Brandneu.mp4" } });
    expect(await names({ q: "brandneu" })).toEqual(["Brandneu.mp4"]);
    expect(await names({ q: "old.mp4" })).toEqual([]);
    await db.artifact.updateMany({ where: { id }, data: { status: "DELETED" } });
    expect(await names({ q: "brandneu" })).toEqual([]);
  });

  it("finds nothing of another client", async () => {
    const other = await testClient();
    expect(await names({ q: "coffee" }, other.ctx)).toEqual([]);
  });
});

describe("filtering", () => {
  it.each([
    [{ kind: ["image", "audio"] }, ["Logo 100%_new.png", "Jingle.mp3"]],
    [{ tag: ["summer", "促销"] }, ["夏季咖啡促销.mp4"]],
    [{ length: ["15_30s", "over_60s"] }, ["Jingle.mp3", "夏季咖啡促销.mp4"]],
    [{ orientation: ["portrait"] }, ["Café ＣＯＦＦＥＥ 10.mp4"]],
    [{ orientation: ["square"], q: "logo" }, ["Logo 100%_new.png"]],
    [{ status: ["failed", "processing"] }, []],
    [{ status: ["ready"], kind: ["audio"] }, ["Jingle.mp3"]],
    [{ site: uuid() }, []],
    [{ to: "2020-01-01T00:00:00Z" }, []],
    [{ from: "2020-01-01T00:00:00Z", kind: ["audio"] }, ["Jingle.mp3"]],
  ] satisfies [ArtifactQuery, string[]][])("answers %j", async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it("answers who brought it, and from which store", async () => {
    expect(await names({ uploader: shop.userId })).toEqual(["Jingle.mp3"]);
    const { db } = await testRuntime();
    const { clientId } = shop;
    const site = await db.site.create({ data: { clientId, id: uuid(), name: "Old Town" } });
    const id = idOf.get("Jingle.mp3") ?? "";
    await db.artifact.update({
      where: { clientId_id: { clientId, id } },
      data: { siteId: site.id },
    });
    expect(await names({ site: site.id })).toEqual(["Jingle.mp3"]);
    expect(await names({ site: "none" })).toHaveLength(4);
  });

  it("answers a collection, and a person's own stars", async () => {
    const { db } = await testRuntime();
    const { clientId, userId } = shop;
    const collectionId = uuid();
    const artifactId = idOf.get("夏季咖啡促销.mp4") ?? "";
    await db.collection.create({ data: { clientId, id: collectionId, name: "Window" } });
    await db.collectionItem.create({ data: { clientId, collectionId, artifactId } });
    await db.favorite.create({ data: { clientId, userId, artifactId } });
    expect(await names({ collection: collectionId })).toEqual(["夏季咖啡促销.mp4"]);
    expect(await names({ favorite: "true" })).toEqual(["夏季咖啡促销.mp4"]);
    expect(await names({ favorite: "true" }, await shop.as("MANAGER"))).toEqual([]);
    const { items } = await listArtifacts(shop.ctx, { collection: collectionId });
    expect(items).toMatchObject([{ isFavorite: true, collectionIds: [collectionId] }]);
  });

  it("answers the trash, what was thrown away last first", async () => {
    const [first, second] = ["Jingle.mp3", "Logo 100%_new.png"].map((name) => idOf.get(name) ?? "");
    await trashArtifacts(shop.ctx, { ids: [second ?? ""] });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await trashArtifacts(shop.ctx, { ids: [first ?? ""] });
    expect(await names({ trashed: "true" })).toEqual(["Jingle.mp3", "Logo 100%_new.png"]);
    expect(await names({ trashed: "true", q: "logo" })).toEqual(["Logo 100%_new.png"]);
    const { db } = await testRuntime();
    await db.artifact.updateMany({ where: { clientId: shop.clientId }, data: { trashedAt: null } });
  });
});

describe("ordering", () => {
  it.each([
    ["oldest", ["Summer Coffee 2.mp4", "夏季咖啡促销.mp4", "Café ＣＯＦＦＥＥ 10.mp4"]],
    ["largest", ["Logo 100%_new.png", "Jingle.mp3", "Café ＣＯＦＦＥＥ 10.mp4"]],
    ["longest", ["Jingle.mp3", "Café ＣＯＦＦＥＥ 10.mp4", "夏季咖啡促销.mp4"]],
  ] as const)("puts the %s first", async (sort, expected) => {
    const found = await names({ sort });
    expect(found).toHaveLength(5);
    expect(found.slice(0, 3)).toEqual(expected);
  });

  it("counts numbers in names as numbers, and goes on where a page ended", async () => {
    const { ctx, clientId } = await testClient();
    for (const name of ["Ad 10.mp4", "Ad 2.mp4", "阿.mp4", "Ad 2.mp4", "波.mp4"]) {
      await storedArtifact(clientId, { name });
    }
    const expected = ["Ad 2.mp4", "Ad 2.mp4", "Ad 10.mp4"];
    expect((await names({ sort: "name" }, ctx)).filter((name) => name.startsWith("Ad"))).toEqual(
      expected,
    );
    expect(await names({ sort: "name" }, ctx)).toHaveLength(5);
  });

  it.each(["x", "WyJhIl0", Buffer.from(`["\\u0000","${uuid()}"]`).toString("base64url")])(
    "refuses the cursor %s",
    async (cursor) => {
      for (const sort of ["name", "largest", "newest"] as const) {
        await expect(listArtifacts(shop.ctx, { sort, cursor })).rejects.toMatchObject({
          code: "invalid",
        });
      }
    },
  );
});

it("finds what is rare among thousands, and what is common without reading all", async () => {
  const { ctx, clientId } = await testClient();
  const { pool } = await testRuntime();
  const { id } = await storedArtifact(clientId, { name: "needle.mp4" });
  await pool.query(
    `insert into artifacts (client_id, id, name, type, status, content_type, size_bytes)
     select $1, ('018f0000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'hay ' || i,
       'VIDEO', case i when 7 then 'FAILED' else 'AVAILABLE' end::"ArtifactStatus", 'video/mp4', i
     from generate_series(1, 3000) i`,
    [clientId],
  );
  const page = await listArtifacts(ctx, { q: "hay", limit: 50 });
  expect(page.items).toHaveLength(50);
  expect(await names({ q: "needle", sort: "oldest" }, ctx)).toEqual(["needle.mp4"]);
  expect(await names({ q: "hay 2999" }, ctx)).toEqual(["hay 2999"]);
  expect(await names({ status: ["failed"] }, ctx)).toEqual(["hay 7"]);
  expect((await names({ q: "hay", limit: 200 }, ctx)).length).toBe(3000);
  expect((await names({ kind: ["video"], sort: "name", limit: 200 }, ctx)).length).toBe(3001);
  expect(id).toBeTruthy();
});
