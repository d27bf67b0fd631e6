import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { newObjectKey } from "@/lib/storage";
import { storedArtifact, testClient } from "@/lib/testing";
import { findMedia, forgetMedia } from ".";

it("takes the bytes that were uploaded again when the first ones are lost", async () => {
  const { ctx, clientId } = await testClient();
  const { id: artifactId, sha256 } = await storedArtifact(clientId);
  const artifact = { clientId, id: artifactId };
  const { blobId: lost } = await ctx.db.artifact.findFirstOrThrow({ where: artifact });
  const backendId = `test-${uuid()}`;
  await ctx.db.backend.create({ data: { id: backendId, kind: "memory" } });
  const placeOf = async (blobId: string | null, problem: string | null) => {
    const objectKey = newObjectKey(clientId, "originals");
    const place = { clientId, id: uuid(), blobId: blobId ?? "", backendId, objectKey };
    const more = { storedSizeBytes: 1000n, state: "PRESENT" as const, problem };
    await ctx.db.placement.create({ data: { ...place, ...more } });
    return objectKey;
  };
  const found = async () => {
    forgetMedia(clientId, [artifactId]);
    const media = await findMedia(ctx, { clientId, artifactId, sha256 });
    return media?.places.map(({ key, standing }) => [key, standing]);
  };
  const first = await placeOf(lost, "missing");
  expect(await found()).toEqual([[first, "broken"]]);

  const content = { sizeBytes: 1000n, contentType: "video/mp4" };
  const again = uuid();
  await ctx.db.blob.create({
    data: { clientId, id: again, state: "VERIFIED", sha256, ...content },
  });
  const second = await placeOf(again, null);
  await ctx.db.artifactVersion.create({
    data: {
      ...{ clientId, artifactId, number: 2, origin: "UPLOAD", state: "READY", blobId: again },
      ...{ fileName: "Spring.mp4", ...content },
    },
  });
  await ctx.db.artifact.updateMany({ where: artifact, data: { blobId: again } });
  expect(await found()).toEqual([
    [second, "own"],
    [first, "broken"],
  ]);
  // Whichever is current.
  await ctx.db.artifact.updateMany({ where: artifact, data: { blobId: lost } });
  expect(await found()).toEqual([
    [second, "equal"],
    [first, "broken"],
  ]);
});
