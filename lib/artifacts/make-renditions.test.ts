import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "@/lib/config";
import type { Context } from "@/lib/context";
import { findPrograms, type MediaPrograms } from "@/lib/media";
import { Waveform } from "@/lib/media/schema";
import { sendBytes, testClient } from "@/lib/testing";
import { completeUpload } from "@/lib/uploads";
import { createArtifact, findMedia, getArtifactDetails } from ".";
import { makeRenditions } from "./make-renditions";
import { processArtifact } from "./process-artifact";

const run = promisify(execFile);
const directory = mkdtempSync(join(tmpdir(), "vitrine-renditions-test-"));
const programs = await findPrograms(config());
const without: MediaPrograms = { ffmpeg: undefined, ffprobe: undefined };
const { signal } = new AbortController();
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let ctx: Context;
beforeAll(async () => {
  ({ ctx } = await testClient());
});

async function make(name: string, ...args: string[]): Promise<Buffer> {
  const path = join(directory, name);
  await run(programs.ffmpeg ?? "", ["-v", "error", "-f", "lavfi", ...args, path]);
  return readFile(path);
}

/** Uploads it and lets the first job do its work. */
async function upload(name: string, bytes: Buffer) {
  const { artifact, upload } = await createArtifact(ctx, { name, sizeBytes: bytes.length });
  await sendBytes(ctx, upload.id, bytes);
  await completeUpload(ctx, upload.id, {});
  await processArtifact(ctx, artifact.id, { programs, signal, attempt: 1 });
  const { blobId } = await ctx.db.artifact.findFirstOrThrow({ where: { id: artifact.id } });
  return { id: artifact.id, blobId: blobId ?? "" };
}

function jobsFor(blobId: string) {
  return ctx.db.$queryRaw<object[]>`
    select 1 from graphile_worker.jobs where key = ${`make-renditions:${blobId}`}`;
}

async function bytesAt(url: string): Promise<Buffer> {
  const [, , clientId = "", artifactId = "", sha256 = ""] = url.split("/");
  const media = await findMedia(ctx, { clientId, artifactId, sha256 });
  if (!media) throw new Error(`nothing at ${url}`);
  const [place] = media.places;
  if (!place) throw new Error(`no place of ${url}`);
  return buffer(await ctx.storage.at(place).get(place.key));
}

describe.skipIf(!programs.ffmpeg)("the renditions of what is played", () => {
  it("are ordered with the status: small frames of a film in one picture, made once", async () => {
    const film = await make("film.mp4", "-i", "testsrc2=size=320x180:rate=25:duration=3");
    const { id, blobId } = await upload("film.mp4", film);
    expect(await jobsFor(blobId)).toHaveLength(1);
    expect((await getArtifactDetails(ctx, id)).storyboard).toBeNull();

    for (const _ of [1, 2]) await makeRenditions(ctx, id, blobId, { programs, signal, attempt: 1 });
    const { storyboard, facts } = await getArtifactDetails(ctx, id);
    expect(facts).toMatchObject({ frameRate: 25 });
    expect(storyboard).toMatchObject({ columns: 6, rows: 1, tileWidth: 160, intervalMs: 500 });
    const picture = await sharp(await bytesAt(storyboard?.url ?? "")).metadata();
    expect(picture).toMatchObject({ format: "webp", width: 960, height: 90 });
    const kinds = await ctx.db.rendition.findMany({ where: { sourceBlobId: blobId } });
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(["POSTER", "STORYBOARD"]);
  });

  it("are the loudness of a sound over time", async () => {
    const tone = "aevalsrc='if(lt(t,1),0,sin(2*PI*440*t))':d=2:s=44100";
    const { id, blobId } = await upload("tone.wav", await make("tone.wav", "-i", tone));
    await makeRenditions(ctx, id, blobId, { programs, signal, attempt: 1 });
    const { waveformUrl, facts } = await getArtifactDetails(ctx, id);
    expect(facts).toMatchObject({ channels: 1, sampleRate: 44_100 });
    const { peaks } = Waveform.parse(JSON.parse(String(await bytesAt(waveformUrl ?? ""))));
    expect(peaks).toHaveLength(1000);
    expect(peaks[200]).toBe(0);
    expect(peaks[800]).toBeGreaterThan(95);
  });

  it("are none without ffmpeg, and none of bytes that are gone", async () => {
    const film = await make("other.mp4", "-i", "testsrc2=size=64x64:rate=5:duration=1");
    const { id, blobId } = await upload("other.mp4", film);
    await makeRenditions(ctx, id, blobId, { programs: without, signal, attempt: 1 });
    expect(await getArtifactDetails(ctx, id)).toMatchObject({ storyboard: null });
    const { ctx: other } = await testClient();
    await makeRenditions(other, id, blobId, { programs, signal, attempt: 1 });
    expect(await getArtifactDetails(ctx, id)).toMatchObject({ storyboard: null });
  });
});
