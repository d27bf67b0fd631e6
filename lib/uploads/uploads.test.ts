import { createHash } from "node:crypto";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { createArtifact, getArtifact, listArtifacts } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { sendBytes, storedArtifact, type TestClient, testClient } from "@/lib/testing";
import { abortUpload, completeUpload, getUpload, openRendition, signParts, uploadJobs } from ".";

const text = Buffer.from("a file");
const sha256Of = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const large = Buffer.alloc(20 * 1024 * 1024, "v");

let client: TestClient;
let other: TestClient;
let ctx: Context;
beforeAll(async () => {
  [client, other] = await Promise.all([testClient(), testClient()]);
  ctx = client.ctx;
});

async function open(ctx: Context, bytes: Buffer, name = "a.txt") {
  const { artifact, upload } = await createArtifact(ctx, { name, sizeBytes: bytes.length });
  return { artifactId: artifact.id, uploadId: upload.id, plan: upload.plan };
}

describe("completing an upload", () => {
  it("makes a plain file available at once when the store's receipt proves its hash", async () => {
    const { uploadId } = await open(ctx, text);
    const { receipt } = await sendBytes(ctx, uploadId, text);
    const artifact = await completeUpload(ctx, uploadId, { receipt, sha256: sha256Of(text) });
    expect(artifact).toMatchObject({ status: "AVAILABLE", sha256: sha256Of(text) });
    expect(artifact.mediaUrl).toBe(`/media/${client.clientId}/${artifact.id}/${artifact.sha256}`);
  });

  it("leaves the hash to a job when nothing proves it", async () => {
    const { uploadId } = await open(ctx, large);
    await sendBytes(ctx, uploadId, large);
    const artifact = await completeUpload(ctx, uploadId, {});
    expect(artifact).toMatchObject({ status: "PROCESSING", sha256: null, mediaUrl: null });
  });

  it("answers the same when it is said twice, or twice at once", async () => {
    const { uploadId } = await open(ctx, text);
    const { receipt } = await sendBytes(ctx, uploadId, text);
    const both = await Promise.all([1, 2].map(() => completeUpload(ctx, uploadId, { receipt })));
    const again = await completeUpload(ctx, uploadId, { receipt });
    expect(both).toEqual([again, again]);
    const blobs = await ctx.db.placement.count({
      where: { clientId: client.clientId, blob: { artifacts: { some: { id: again.id } } } },
    });
    expect(blobs).toBe(1);
  });

  it("goes on where a process was cut off midway", async () => {
    const { uploadId } = await open(ctx, text);
    const { receipt } = await sendBytes(ctx, uploadId, text);
    await ctx.db.upload.updateMany({ where: { id: uploadId }, data: { state: "COMPLETING" } });
    const artifact = await completeUpload(ctx, uploadId, { receipt });
    expect(artifact.status).toBe("AVAILABLE");
  });

  it("refuses before the bytes are there, and takes them afterwards", async () => {
    const { uploadId } = await open(ctx, large);
    await expect(completeUpload(ctx, uploadId, {})).rejects.toMatchObject({
      code: "precondition_failed",
      reason: "upload_incomplete",
    });
    expect((await getUpload(ctx, uploadId)).state).toBe("OPEN");
    await sendBytes(ctx, uploadId, large);
    await completeUpload(ctx, uploadId, {});
  });

  it("refuses bytes of another size than announced", async () => {
    const { uploadId } = await open(ctx, text);
    await sendBytes(ctx, uploadId, Buffer.from("more than was announced"));
    await expect(completeUpload(ctx, uploadId, {})).rejects.toMatchObject({
      reason: "upload_size_mismatch",
    });
  });

  it("refuses an altered receipt, and one of another upload", async () => {
    const [one, two] = [await open(ctx, text), await open(ctx, text)];
    const { receipt = "" } = await sendBytes(ctx, one.uploadId, text);
    await sendBytes(ctx, two.uploadId, text);
    for (const wrong of [`${receipt}x`, `x${receipt}`, "nonsense"]) {
      const completion = completeUpload(ctx, one.uploadId, { receipt: wrong });
      await expect(completion).rejects.toMatchObject({ code: "invalid", reason: "bad_receipt" });
    }
    const foreign = completeUpload(ctx, two.uploadId, { receipt });
    await expect(foreign).rejects.toMatchObject({ reason: "bad_receipt" });
  });

  it("does not find another client's, and leaves other uploaders' alone", async () => {
    const { uploadId } = await open(ctx, text);
    const foreign = completeUpload(other.ctx, uploadId, {});
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    const colleague = completeUpload(await client.as("UPLOADER"), uploadId, {});
    await expect(colleague).rejects.toMatchObject({ code: "forbidden" });
    const viewer = completeUpload(await client.as("VIEWER"), uploadId, {});
    await expect(viewer).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an upload that was cut off", () => {
  it("tells which parts have arrived and gives URLs for the others", async () => {
    const { uploadId, plan } = await open(ctx, large);
    if (plan.kind !== "parts") throw new Error(plan.kind);
    expect(plan.requests.map(({ partNumber }) => partNumber)).toEqual([1, 2, 3]);
    expect(await getUpload(ctx, uploadId)).toMatchObject({
      arrivedParts: [],
      plan: { partCount: 3 },
    });
    await sendBytes(ctx, uploadId, large);
    const whole = await getUpload(ctx, uploadId);
    expect(whole.arrivedParts.length).toBe(3);
    expect(whole.plan).toMatchObject({ kind: "parts", requests: [] });
  });

  it("has nothing to send when its one PUT has arrived", async () => {
    const { uploadId } = await open(ctx, text);
    expect((await getUpload(ctx, uploadId)).plan.kind).toBe("put");
    await sendBytes(ctx, uploadId, text);
    expect((await getUpload(ctx, uploadId)).plan.kind).toBe("none");
  });

  it("has expired when bytes are missing after its time, and gets no URLs that are dead", async () => {
    const [waiting, arrived] = [await open(ctx, large), await open(ctx, text)];
    await sendBytes(ctx, arrived.uploadId, text);
    await ctx.db.upload.updateMany({
      where: { id: { in: [waiting.uploadId, arrived.uploadId] } },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(await getUpload(ctx, waiting.uploadId)).toMatchObject({
      state: "EXPIRED",
      plan: { kind: "none" },
    });
    await expect(signParts(ctx, waiting.uploadId, [1])).rejects.toMatchObject({
      reason: "upload_gone",
    });
    expect((await completeUpload(ctx, arrived.uploadId, {})).status).toBe("PROCESSING");
  });

  it("gets fresh URLs for parts, but not for parts that it does not have", async () => {
    const { uploadId } = await open(ctx, large);
    const { requests } = await signParts(ctx, uploadId, [3]);
    expect(requests).toMatchObject([{ method: "PUT", partNumber: 3 }]);
    await expect(signParts(ctx, uploadId, [4])).rejects.toMatchObject({
      code: "invalid",
      reason: "part_out_of_range",
    });
    const single = await open(ctx, text);
    await expect(signParts(ctx, single.uploadId, [1])).rejects.toMatchObject({
      reason: "part_out_of_range",
    });
    await expect(signParts(other.ctx, uploadId, [1])).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("giving an upload up", () => {
  it("takes the artifact away, then the bytes, however often it is said", async () => {
    const { uploadId, artifactId } = await open(ctx, text);
    await sendBytes(ctx, uploadId, text);
    const row = await ctx.db.upload.findFirstOrThrow({ where: { id: uploadId } });
    await abortUpload(ctx, uploadId);
    await abortUpload(ctx, uploadId);
    expect((await listArtifacts(ctx, {})).items.map(({ id }) => id)).not.toContain(artifactId);
    await expect(getArtifact(ctx, artifactId)).rejects.toMatchObject({ code: "not_found" });

    const jobs = await ctx.pool.query(
      "select count(*)::int as n from graphile_worker._private_jobs where payload->>'uploadId' = $1",
      [uploadId],
    );
    // The other one is for what comes after all.
    expect(jobs.rows).toEqual([{ n: 2 }]);
    const run = { jobId: "1", attempt: 1, isLastAttempt: false, log: ctx.log };
    await uploadJobs(() => ctx)["forget-upload"]?.(
      { clientId: client.clientId, uploadId },
      { ...run, signal: new AbortController().signal },
    );
    await expect(ctx.storage.current.head(row.stagingKey)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("ends it: neither completing nor signing works afterwards", async () => {
    const { uploadId } = await open(ctx, large);
    await abortUpload(ctx, uploadId);
    const gone = { code: "precondition_failed", reason: "upload_gone" };
    await expect(completeUpload(ctx, uploadId, {})).rejects.toMatchObject(gone);
    await expect(signParts(ctx, uploadId, [1])).rejects.toMatchObject(gone);
  });

  it("comes too late when it is complete", async () => {
    const { uploadId, artifactId } = await open(ctx, text);
    const { receipt } = await sendBytes(ctx, uploadId, text);
    await completeUpload(ctx, uploadId, { receipt });
    await expect(abortUpload(ctx, uploadId)).rejects.toMatchObject({ reason: "upload_done" });
    expect((await getArtifact(ctx, artifactId)).status).toBe("AVAILABLE");
  });

  it("does not find another client's", async () => {
    const { uploadId } = await open(ctx, text);
    await expect(abortUpload(other.ctx, uploadId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a poster from a browser", () => {
  const poster = () =>
    sharp({ create: { width: 320, height: 180, channels: 3, background: "#274" } })
      .jpeg()
      .toBuffer();
  const rendition = (bytes: Buffer) =>
    ({ kind: "POSTER", contentType: "image/jpeg", sizeBytes: bytes.length }) as const;

  it("becomes the poster of a film that has none", async () => {
    const { id } = await storedArtifact(client.clientId);
    expect((await getArtifact(ctx, id)).wantsPoster).toBe(true);
    const bytes = await poster();
    const upload = await openRendition(ctx, id, rendition(bytes));
    const { receipt } = await sendBytes(ctx, upload.id, bytes);
    const artifact = await completeUpload(ctx, upload.id, { receipt });
    expect(artifact.posterUrl).toBe(`/media/${client.clientId}/${id}/${sha256Of(bytes)}`);
    expect(artifact).toMatchObject({ status: "AVAILABLE", wantsPoster: false });
    await expect(openRendition(ctx, id, rendition(bytes))).rejects.toMatchObject({
      reason: "poster_not_wanted",
    });
  });

  it("is refused when it is no picture", async () => {
    const { id } = await storedArtifact(client.clientId);
    const bytes = Buffer.from("<script>alert(1)</script>");
    const upload = await openRendition(ctx, id, rendition(bytes));
    await sendBytes(ctx, upload.id, bytes);
    await expect(completeUpload(ctx, upload.id, {})).rejects.toMatchObject({
      reason: "poster_unreadable",
    });
    expect((await getArtifact(ctx, id)).posterUrl).toBeNull();
  });

  it("leaves the film alone when it is given up", async () => {
    const { id } = await storedArtifact(client.clientId);
    const upload = await openRendition(ctx, id, rendition(text));
    await abortUpload(ctx, upload.id);
    expect((await getArtifact(ctx, id)).status).toBe("AVAILABLE");
  });

  it("comes from whoever brought the film, or a manager, of this client", async () => {
    const { id } = await storedArtifact(client.clientId);
    const colleague = openRendition(await client.as("UPLOADER"), id, rendition(text));
    await expect(colleague).rejects.toMatchObject({ code: "forbidden" });
    const foreign = openRendition(other.ctx, id, rendition(text));
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });
});
