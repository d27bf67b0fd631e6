import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { DamagedPage } from "@/lib/stores/schema";
import { request, storedArtifact, testClient, testRuntime } from "@/lib/testing";
import { GET } from "./route";

const params = { id: "memory" };

it("tells an administrator which files are lost, a page at a time, and whether they heal", async () => {
  const { db } = await testRuntime();
  const { clientId, userId, cookie } = await testClient();
  await db.user.update({ where: { id: userId }, data: { isAdmin: true } });
  await storedArtifact(clientId, { place: { problem: null } });
  const lost = await storedArtifact(clientId, {
    ...{ name: "Lost.mp4", hasPoster: true },
    place: { problem: "missing" },
  });
  const { sourceBlobId, blobId } = await db.rendition.findFirstOrThrow({ where: { clientId } });
  const first = await db.placement.findFirstOrThrow({ where: { clientId, blobId: sourceBlobId } });
  const { createdAt: _then, ...place } = first;
  const poster = { ...place, id: uuid(), blobId, objectKey: uuid(), problem: "damaged" };
  await db.placement.create({ data: { ...poster, state: "DAMAGED", verifiedAt: new Date() } });
  await db.placement.create({
    data: { ...poster, id: uuid(), objectKey: uuid(), problem: null },
  });
  const ask = async (path: string) =>
    DamagedPage.parse(await (await request(GET, { cookie, params, path })).json());
  // Other tests' files lie in this store as well.
  const items = [];
  for (let path: string | undefined = "/?limit=1"; path; ) {
    const page: DamagedPage = await ask(path);
    expect(page.items.length).toBeLessThanOrEqual(1);
    items.push(...page.items.filter((item) => item.clientId === clientId));
    path = page.nextCursor ? `/?limit=1&cursor=${page.nextCursor}` : undefined;
  }
  const of = { clientId, artifactId: lost.id, artifactName: "Lost.mp4", sizeBytes: 1000 };
  expect(items).toMatchObject([
    { ...of, kind: "rendition", problem: "damaged", hasCopy: true, foundAt: expect.any(String) },
    { ...of, kind: "original", problem: "missing", hasCopy: false, foundAt: null },
  ]);
});

it("is nothing for the people of a client, and knows no other stores", async () => {
  const { db } = await testRuntime();
  const [owner, admin] = [await testClient(), await testClient()];
  expect((await request(GET, { cookie: owner.cookie, params })).status).toBe(403);
  await db.user.update({ where: { id: admin.userId }, data: { isAdmin: true } });
  const elsewhere = { cookie: admin.cookie, params: { id: "nowhere" } };
  expect((await request(GET, elsewhere)).status).toBe(404);
});
