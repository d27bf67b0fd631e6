import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { createArtifact, getArtifact, processArtifact, trashArtifacts } from "@/lib/artifacts";
import { collectBlobs } from "@/lib/blobs";
import type { Context } from "@/lib/context";
import { sendBytes, testClient, testRuntime } from "@/lib/testing";
import { abortUpload, completeUpload, openVersion } from "@/lib/uploads";
import { deleteVersion, listVersions, restoreVersion, trimVideo } from ".";
import { processVersion } from "./process-version";

const programs = { ffmpeg: undefined, ffprobe: undefined };
const { signal } = new AbortController();
const png = (width: number) =>
  sharp({ create: { width, height: 40, channels: 3, background: "teal" } })
    .png()
    .toBuffer();

let ctx: Context;
let clientId: string;
let other: Awaited<ReturnType<typeof testClient>>;
beforeAll(async () => {
  const client = await testClient();
  other = await testClient();
  ({ ctx, clientId } = client);
});

async function picture(width = 60): Promise<string> {
  const bytes = await png(width);
  const { artifact, upload } = await createArtifact(ctx, {
    name: "sign.png",
    sizeBytes: bytes.length,
  });
  await sendBytes(ctx, upload.id, bytes);
  await completeUpload(ctx, upload.id, {});
  await processArtifact(ctx, artifact.id, { programs, signal, attempt: 1 });
  return artifact.id;
}

/** Sends another file in its place; the job is what a test lets run. */
async function send(id: string, bytes: Buffer, sha256?: string): Promise<void> {
  const file = { fileName: "new sign.png", contentType: "image/png", sizeBytes: bytes.length };
  const upload = await openVersion(ctx, id, file);
  await sendBytes(ctx, upload.id, bytes);
  await completeUpload(ctx, upload.id, sha256 ? { sha256 } : {});
}

function process(id: string, number: number, claimedSha256: string | null = null) {
  return processVersion(ctx, id, { number, claimedSha256, programs, signal, attempt: 1 });
}

const states = async (id: string) =>
  (await listVersions(ctx, id)).items.map(
    ({ number, state, isCurrent }) => `${number} ${state}${isCurrent ? " shown" : ""}`,
  );

describe("another file in an artifact's place", () => {
  it("is shown once it was examined, under the old name, and the old one is kept", async () => {
    const id = await picture(60);
    const before = await getArtifact(ctx, id);
    await send(id, await png(80));
    expect(await getArtifact(ctx, id)).toMatchObject({ status: "AVAILABLE", width: 60 });
    for (let times = 0; times < 2; times += 1) await process(id, 2);
    const after = await getArtifact(ctx, id);
    expect(after).toMatchObject({ name: "sign.png", width: 80, versionNumber: 2 });
    expect(after.sha256).not.toBe(before.sha256);
    expect(after.posterUrl).not.toBe(before.posterUrl);
    expect(await states(id)).toEqual(["2 READY shown", "1 READY"]);
    const [now, then] = (await listVersions(ctx, id)).items;
    expect(now).toMatchObject({ fileName: "new sign.png", width: 80 });
    expect(then).toMatchObject({ fileName: "sign.png", width: 60, mediaUrl: before.mediaUrl });
  });

  it("changes nothing when it is broken or another kind of file", async () => {
    const id = await picture();
    await send(id, Buffer.from("a letter to the manager"));
    await process(id, 2);
    expect(await getArtifact(ctx, id)).toMatchObject({ status: "AVAILABLE", versionNumber: 1 });
    expect((await listVersions(ctx, id)).items[0]).toMatchObject({
      state: "FAILED",
      failureReason: "type_mismatch",
    });
    await send(id, await png(70));
    await process(id, 3, "0".repeat(64));
    expect((await listVersions(ctx, id)).items[0]?.failureReason).toBe("checksum_mismatch");
    await expect(
      openVersion(ctx, id, { fileName: "a.mp4", contentType: "video/mp4", sizeBytes: 1 }),
    ).rejects.toMatchObject({ code: "invalid", reason: "another_kind" });
  });

  it("repairs what was not usable", async () => {
    const letter = Buffer.from("a letter to the manager");
    const { artifact, upload } = await createArtifact(ctx, {
      name: "sign.png",
      sizeBytes: letter.length,
    });
    await sendBytes(ctx, upload.id, letter);
    await completeUpload(ctx, upload.id, {});
    await processArtifact(ctx, artifact.id, { programs, signal, attempt: 1 });
    expect((await getArtifact(ctx, artifact.id)).status).toBe("FAILED");
    await send(artifact.id, await png(50));
    await process(artifact.id, 2);
    expect(await getArtifact(ctx, artifact.id)).toMatchObject({
      status: "AVAILABLE",
      failureReason: null,
      width: 50,
    });
    // What was broken does not become whole by being shown again.
    expect((await listVersions(ctx, artifact.id)).items[1]).toMatchObject({
      state: "FAILED",
      failureReason: "type_mismatch",
    });
    await expect(restoreVersion(ctx, artifact.id, 1)).rejects.toMatchObject({ code: "not_found" });
    expect((await getArtifact(ctx, artifact.id)).versionNumber).toBe(2);
  });

  it("of two that are sent at once the later one stays, whichever was examined first", async () => {
    const id = await picture();
    await send(id, await png(71));
    await send(id, await png(72));
    await process(id, 3);
    await process(id, 2);
    expect(await states(id)).toEqual(["3 READY shown", "2 READY", "1 READY"]);
  });

  it("leaves nothing behind when it is given up", async () => {
    const id = await picture();
    const file = { fileName: "b.png", contentType: "image/png", sizeBytes: 10 };
    const upload = await openVersion(ctx, id, file);
    expect(await states(id)).toEqual(["2 PENDING", "1 READY shown"]);
    await abortUpload(ctx, upload.id);
    expect(await states(id)).toEqual(["1 READY shown"]);
  });

  it("is for who may change the artifact, in its own client", async () => {
    const id = await picture();
    const file = { fileName: "b.png", contentType: "image/png", sizeBytes: 10 };
    const refused = async (who: Context, code: string) => {
      await expect(openVersion(who, id, file)).rejects.toMatchObject({ code });
      await expect(restoreVersion(who, id, 1)).rejects.toMatchObject({ code });
      await expect(deleteVersion(who, id, 1)).rejects.toMatchObject({ code });
    };
    await refused(other.ctx, "not_found");
    await refused({ ...other.ctx, clientId, scopes: new Set(["artifacts:write"]) }, "forbidden");
    await refused({ ...ctx, scopes: new Set(["artifacts:read"]) }, "forbidden");
    await expect(listVersions(other.ctx, id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("versions", () => {
  it("are restored back and forth, and what is shown cannot be deleted", async () => {
    const id = await picture(60);
    await send(id, await png(80));
    await process(id, 2);
    await restoreVersion(ctx, id, 1);
    expect(await getArtifact(ctx, id)).toMatchObject({ width: 60, versionNumber: 1 });
    await restoreVersion(ctx, id, 2);
    await restoreVersion(ctx, id, 2);
    expect(await getArtifact(ctx, id)).toMatchObject({ width: 80, versionNumber: 2 });
    await expect(restoreVersion(ctx, id, 9)).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteVersion(ctx, id, 2)).rejects.toMatchObject({ reason: "version_is_shown" });
  });

  it("that are deleted take their bytes and pictures with them, the others keep theirs", async () => {
    const { db, storage } = await testRuntime();
    const id = await picture(60);
    await send(id, await png(80));
    await process(id, 2);
    const blobs = () => db.artifactVersion.findMany({ where: { clientId, artifactId: id } });
    const [first] = (await blobs()).filter(({ number }) => number === 1);
    const blobId = first?.blobId ?? "";
    const where = { clientId, blobId };
    const placement = await db.placement.findFirstOrThrow({ where });
    await collectBlobs(ctx, [blobId]);
    expect(await db.placement.count({ where })).toBe(1);
    await deleteVersion(ctx, id, 1);
    for (let times = 0; times < 2; times += 1) await collectBlobs(ctx, [blobId]);
    expect(await db.blob.count({ where: { clientId, id: blobId } })).toBe(0);
    await expect(storage.current.head(placement.objectKey)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await getArtifact(ctx, id)).toMatchObject({ width: 80, status: "AVAILABLE" });
    await trashArtifacts(ctx, { ids: [id] });
    await collectBlobs(ctx, [(await blobs())[0]?.blobId ?? ""]);
    expect((await blobs())[0]?.blobId).toBeTruthy();
  });

  it("cannot be cut where nothing can cut, nor what is no video", async () => {
    const id = await picture();
    await expect(trimVideo(ctx, id, { startMs: 0, endMs: 1000 })).rejects.toMatchObject({
      reason: expect.stringMatching(/needs_ffmpeg|not_a_video/),
    });
  });
});
