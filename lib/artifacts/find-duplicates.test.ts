import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { newObjectKey } from "@/lib/storage";
import { storedArtifact, testClient } from "@/lib/testing";
import { findDuplicates, trashArtifacts } from ".";
import { FindDuplicates } from "./schema";

it("names what has the same bytes, and says what lies in the trash", async () => {
  const { ctx, clientId } = await testClient();
  const one = await storedArtifact(clientId, { name: "One.mp4" });
  const other = await storedArtifact(clientId, { name: "Other.mp4" });
  await trashArtifacts(ctx, { ids: [other.id] });
  const sha256s = [one.sha256, other.sha256, one.sha256, "0".repeat(64)];
  expect(await findDuplicates(ctx, { sha256s })).toEqual({
    items: [
      { sha256: one.sha256, artifactId: one.id, name: "One.mp4", isTrashed: false },
      { sha256: other.sha256, artifactId: other.id, name: "Other.mp4", isTrashed: true },
    ],
  });
});

it("does not name a file whose bytes are lost: it waits for exactly these", async () => {
  const { ctx, clientId } = await testClient();
  const { id, sha256 } = await storedArtifact(clientId);
  const { blobId } = await ctx.db.artifact.findFirstOrThrow({ where: { clientId, id } });
  const backendId = `test-${uuid()}`;
  await ctx.db.backend.create({ data: { id: backendId, kind: "memory" } });
  const place = { clientId, id: uuid(), blobId: blobId ?? "", backendId, storedSizeBytes: 1000n };
  const objectKey = newObjectKey(clientId, "originals");
  await ctx.db.placement.create({
    data: { ...place, objectKey, state: "PRESENT", problem: "missing" },
  });
  expect(await findDuplicates(ctx, { sha256s: [sha256] })).toEqual({ items: [] });
  await ctx.db.placement.updateMany({ where: { clientId }, data: { problem: null } });
  expect((await findDuplicates(ctx, { sha256s: [sha256] })).items).toHaveLength(1);
});

it("knows nothing of another client's bytes", async () => {
  const [mine, theirs] = await Promise.all([testClient(), testClient()]);
  const { sha256 } = await storedArtifact(theirs.clientId);
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
