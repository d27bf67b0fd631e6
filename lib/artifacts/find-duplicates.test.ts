import { expect, it } from "vitest";
import { storedArtifact, testClient, testRuntime } from "@/lib/testing";
import { findDuplicates, trashArtifacts } from ".";
import { FindDuplicates } from "./schema";

const sound = { problem: null };

it("names what has the same bytes, and says what lies in the trash", async () => {
  const { ctx, clientId } = await testClient();
  const one = await storedArtifact(clientId, { name: "One.mp4", place: sound });
  const other = await storedArtifact(clientId, { name: "Other.mp4", place: sound });
  await trashArtifacts(ctx, { ids: [other.id] });
  const sha256s = [one.sha256, other.sha256, one.sha256, "0".repeat(64)];
  expect(await findDuplicates(ctx, { sha256s })).toEqual({
    items: [
      { sha256: one.sha256, artifactId: one.id, name: "One.mp4", isTrashed: false },
      { sha256: other.sha256, artifactId: other.id, name: "Other.mp4", isTrashed: true },
    ],
  });
});

it("does not name what has lost its bytes, unless equal ones lie elsewhere", async () => {
  const { db } = await testRuntime();
  const { ctx, clientId } = await testClient();
  const find = async () => (await findDuplicates(ctx, { sha256s: [sha256] })).items.length;
  const { sha256 } = await storedArtifact(clientId, { place: { problem: "missing" } });
  expect(await find()).toBe(0);
  const again = await storedArtifact(clientId, { place: sound });
  const { blobId } = await db.artifact.findFirstOrThrow({ where: { clientId, id: again.id } });
  await db.blob.updateMany({ where: { clientId, id: blobId ?? "" }, data: { sha256 } });
  expect(await find()).toBe(2);
  await db.placement.updateMany({ where: { clientId }, data: { state: "DAMAGED", problem: null } });
  expect(await find()).toBe(0);
});

it("knows nothing of another client's bytes", async () => {
  const [mine, theirs] = await Promise.all([testClient(), testClient()]);
  const { sha256 } = await storedArtifact(theirs.clientId, { place: sound });
  expect(await findDuplicates(mine.ctx, { sha256s: [sha256] })).toEqual({ items: [] });
});

it("refuses an actor without the read scope", async () => {
  const { ctx } = await testClient();
  const blind = { ...ctx, scopes: new Set<never>() };
  await expect(findDuplicates(blind, { sha256s: ["0".repeat(64)] })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("takes a hundred hashes, each of them one", () => {
  const taken = (sha256s: string[]) => FindDuplicates.safeParse({ sha256s }).success;
  expect(taken(Array.from({ length: 100 }, () => "a".repeat(64)))).toBe(true);
  expect(taken(Array.from({ length: 101 }, () => "a".repeat(64)))).toBe(false);
  expect(taken(["A".repeat(64)])).toBe(false);
});
