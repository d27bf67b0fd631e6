import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it, vi } from "vitest";
import { artifactJobs, createArtifact, getArtifact } from "@/lib/artifacts";
import type { Artifact } from "@/lib/artifacts/schema";
import { config } from "@/lib/config";
import { startWorker } from "@/lib/jobs";
import { findPrograms } from "@/lib/media";
import { testClient } from "@/lib/testing";
import { abortUpload, completeUpload, getUpload } from "@/lib/uploads";
import type { SignedUpload } from "@/lib/uploads/schema";
import { startDataPlane } from "./test-server";

const plane = await startDataPlane();
const { pool, log } = plane.runtime;
const { ctx, cookie } = await testClient();
const worker = await startWorker({ pool, tasks: artifactJobs(() => ctx), concurrency: 1, log });
afterAll(() => worker.stop());

const { ffmpeg } = await findPrograms(config());
if (!ffmpeg) console.warn("SKIPPED: there is no ffmpeg to make a real film with");

async function put({ url, headers }: SignedUpload, bytes: Buffer): Promise<Response> {
  const response = await plane.fetch(url, { method: "PUT", headers, body: new Uint8Array(bytes) });
  expect(response.ok).toBe(true);
  return response;
}

async function settled(id: string): Promise<Artifact> {
  return vi.waitFor(
    async () => {
      const artifact = await getArtifact(ctx, id);
      expect(["AVAILABLE", "FAILED"]).toContain(artifact.status);
      return artifact;
    },
    { timeout: 25_000, interval: 100 },
  );
}

describe("a file on its way over the wire", () => {
  it.skipIf(!ffmpeg)("is a film with a poster in the end, in one PUT", async () => {
    const path = join(plane.root, "film.mp4");
    const source = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2"];
    const codec = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];
    await promisify(execFile)(ffmpeg ?? "", ["-v", "error", ...source, ...codec, path]);
    const film = await readFile(path);

    const { upload } = await createArtifact(ctx, { name: "film.mp4", sizeBytes: film.length });
    if (upload.plan.kind !== "put") throw new Error(upload.plan.kind);
    const receipt = (await put(upload.plan.request, film)).headers.get("x-vitrine-receipt");
    const sha256 = createHash("sha256").update(film).digest("hex");
    await completeUpload(ctx, upload.id, { receipt: receipt ?? "", sha256 });

    const artifact = await settled(upload.artifactId);
    expect(artifact).toMatchObject({ status: "AVAILABLE", sha256, width: 320, height: 180 });
    const range = await plane.fetch(artifact.mediaUrl ?? "", {
      headers: { cookie, range: "bytes=4-7" },
    });
    expect(range.status).toBe(206);
    expect(await range.text()).toBe("ftyp");
    const poster = await plane.fetch(artifact.posterUrl ?? "", { headers: { cookie } });
    expect(poster.headers.get("content-type")).toBe("image/webp");
  });

  it("arrives in parts, goes on after a cut, and is proved by the job", async () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024, "vitrine");
    const { upload } = await createArtifact(ctx, { name: "a.bin", sizeBytes: bytes.length });
    if (upload.plan.kind !== "parts") throw new Error(upload.plan.kind);
    const { partSizeBytes, requests } = upload.plan;
    const piece = (number = 1) =>
      bytes.subarray((number - 1) * partSizeBytes, number * partSizeBytes);
    const [, second] = requests;
    if (second) await put(second, piece(second.partNumber));

    const progress = await getUpload(ctx, upload.id);
    expect(progress.arrivedParts.map(({ partNumber }) => partNumber)).toEqual([2]);
    if (progress.plan.kind !== "parts") throw new Error(progress.plan.kind);
    expect(progress.plan.requests.map(({ partNumber }) => partNumber)).toEqual([1, 3]);
    for (const request of progress.plan.requests) await put(request, piece(request.partNumber));
    await completeUpload(ctx, upload.id, {});

    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(await settled(upload.artifactId)).toMatchObject({ status: "AVAILABLE", sha256 });
  });

  it("finds no place any more once it was given up", async () => {
    const { upload } = await createArtifact(ctx, { name: "a.bin", sizeBytes: 20 * 1024 * 1024 });
    await abortUpload(ctx, upload.id);
    await expect(getArtifact(ctx, upload.artifactId)).rejects.toMatchObject({ code: "not_found" });
  });
});
