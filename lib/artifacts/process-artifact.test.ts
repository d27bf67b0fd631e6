import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "@/lib/config";
import type { Context } from "@/lib/context";
import { findPrograms, type MediaPrograms } from "@/lib/media";
import { sendBytes, testClient } from "@/lib/testing";
import { completeUpload } from "@/lib/uploads";
import { createArtifact, getArtifact } from ".";
import { processArtifact } from "./process-artifact";

const run = promisify(execFile);
const directory = mkdtempSync(join(tmpdir(), "vitrine-process-test-"));
const programs = await findPrograms(config());
const without: MediaPrograms = { ffmpeg: undefined, ffprobe: undefined };
if (!programs.ffmpeg) console.warn("SKIPPED: there is no ffmpeg to make real films with");
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let ctx: Context;
let film = Buffer.alloc(0);
beforeAll(async () => {
  ({ ctx } = await testClient());
  if (!programs.ffmpeg) return;
  const path = join(directory, "film.mp4");
  const source = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2"];
  const codec = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];
  const flags = ["-movflags", "+faststart"];
  await run(programs.ffmpeg, ["-v", "error", ...source, ...codec, ...flags, path]);
  film = await readFile(path);
});

interface Given {
  sha256?: string;
  programs?: MediaPrograms;
  withReceipt?: boolean;
}

/** Uploads these bytes under this name and lets the job do its work. */
async function upload(name: string, bytes: Buffer, given: Given = {}) {
  const created = await createArtifact(ctx, { name, sizeBytes: bytes.length });
  const { receipt } = await sendBytes(ctx, created.upload.id, bytes);
  const sha256 = given.sha256 === undefined ? {} : { sha256: given.sha256 };
  const proof = { ...sha256, ...(given.withReceipt ? { receipt } : {}) };
  await completeUpload(ctx, created.upload.id, proof);
  await process(created.artifact.id, given.programs);
  return getArtifact(ctx, created.artifact.id);
}

const { signal } = new AbortController();
function process(id: string, given = programs, attempt = 1) {
  return processArtifact(ctx, id, { programs: given, signal, attempt });
}

describe.skipIf(!programs.ffmpeg)("processing a film", () => {
  it("finds out length, size, hash and a poster", async () => {
    const artifact = await upload("film.mp4", film);
    expect(artifact).toMatchObject({
      status: "AVAILABLE",
      failureReason: null,
      width: 320,
      height: 180,
      wantsPoster: false,
    });
    expect(artifact.durationMs).toBeGreaterThan(1900);
    expect(artifact.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(artifact.posterUrl).toContain(`/${artifact.id}/`);
  });

  it("does without ffmpeg, and asks for a poster", async () => {
    const artifact = await upload("film.mp4", film, { programs: without, withReceipt: true });
    expect(artifact).toMatchObject({
      ...{ status: "AVAILABLE", width: 320, posterUrl: null, wantsPoster: true },
    });
  });

  it("does nothing when it is said twice", async () => {
    const first = await upload("film.mp4", film);
    await process(first.id);
    expect(await getArtifact(ctx, first.id)).toEqual(first);
    expect(
      await ctx.db.rendition.count({
        where: { source: { artifacts: { some: { id: first.id } } } },
      }),
    ).toBe(1);
  });

  it("fails a film that was cut off", async () => {
    const cut = film.subarray(0, Math.floor(film.length / 2));
    const artifact = await upload("cut.mp4", cut);
    expect(artifact).toMatchObject({ status: "FAILED", failureReason: "truncated" });
  });

  it("takes what it is for what it says, not for its name", async () => {
    const artifact = await upload("film.webm", film);
    expect(artifact).toMatchObject({ status: "AVAILABLE", contentType: "video/mp4" });
  });
});

describe("processing what is not what it seems", () => {
  it("fails a text that is named .mp4", async () => {
    const artifact = await upload("film.mp4", Buffer.from("Dear manager, here is the film."));
    expect(artifact).toMatchObject({ status: "FAILED", failureReason: "type_mismatch" });
  });

  it("fails a picture that is named .mp4", async () => {
    const picture = await sharp({
      create: { width: 10, height: 10, channels: 3, background: "#fff" },
    })
      .png()
      .toBuffer();
    const artifact = await upload("film.mp4", picture);
    expect(artifact).toMatchObject({ status: "FAILED", failureReason: "type_mismatch" });
  });

  it("fails a film of no bytes", async () => {
    const artifact = await upload("film.mp4", Buffer.alloc(0));
    expect(artifact).toMatchObject({ status: "FAILED", failureReason: "empty" });
  });

  it("takes a plain file of no bytes", async () => {
    const artifact = await upload("empty.txt", Buffer.alloc(0));
    expect(artifact).toMatchObject({ status: "AVAILABLE", sizeBytes: 0 });
  });

  it("fails bytes whose hash is not the one that the sender computed", async () => {
    const wrong = "0".repeat(64);
    for (const withReceipt of [true, false]) {
      const artifact = await upload("a.txt", Buffer.from("a"), { sha256: wrong, withReceipt });
      expect(artifact).toMatchObject({
        ...{ status: "FAILED", failureReason: "checksum_mismatch", sha256: null, mediaUrl: null },
      });
    }
  });
});

describe("processing a picture", () => {
  it("turns its poster as the camera was held", async () => {
    const picture = await sharp({
      create: { width: 900, height: 600, channels: 3, background: "#a55" },
    })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const artifact = await upload("photo.jpg", picture, { withReceipt: true });
    expect(artifact).toMatchObject({ status: "AVAILABLE", width: 600, height: 900 });
    expect(artifact.posterUrl).not.toBeNull();
  });
});

describe("a store that is not well", () => {
  it("is asked again, and is the end only at the last attempt", async () => {
    const { artifact, upload } = await createArtifact(ctx, { name: "a.mp4", sizeBytes: 1 });
    await sendBytes(ctx, upload.id, Buffer.from("x"));
    await completeUpload(ctx, upload.id, {});
    const row = await ctx.db.upload.findFirstOrThrow({ where: { id: upload.id } });
    await ctx.storage.current.delete(row.stagingKey);

    await expect(process(artifact.id, without, 4)).rejects.toThrow();
    expect((await getArtifact(ctx, artifact.id)).status).toBe("PROCESSING");
    await expect(process(artifact.id, without, 5)).rejects.toThrow();
    expect(await getArtifact(ctx, artifact.id)).toMatchObject({
      ...{ status: "FAILED", failureReason: "processing_failed" },
    });
  });

  it("does not try again what has ended the process too often", async () => {
    const { artifact, upload } = await createArtifact(ctx, { name: "a.mp4", sizeBytes: 1 });
    await sendBytes(ctx, upload.id, Buffer.from("x"));
    await completeUpload(ctx, upload.id, {});
    await process(artifact.id, without, 6);
    expect((await getArtifact(ctx, artifact.id)).failureReason).toBe("processing_failed");
  });
});
