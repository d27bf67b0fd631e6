import { mkdtempSync, rmSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "@/lib/config";
import { fileSource, findPrograms, type MediaPrograms, probe, takePoster } from ".";
import { runProgram } from "./run-program";

const directory = mkdtempSync(join(tmpdir(), "vitrine-media-test-"));
const { signal } = new AbortController();
const without: MediaPrograms = { ffmpeg: undefined, ffprobe: undefined };
const programs = await findPrograms(config());
if (!programs.ffmpeg) console.warn("SKIPPED: there is no ffmpeg to make real media with");

const at = (name: string) => join(directory, name);
async function source(name: string, bytes?: Buffer | string) {
  if (bytes !== undefined) await writeFile(at(name), bytes);
  return fileSource(at(name), (await stat(at(name))).size);
}
async function make(name: string, ...args: string[]) {
  const all = ["-v", "error", "-y", ...args, at(name)];
  const limits = { timeoutMs: 60_000, maxOutputBytes: 1000, signal };
  const { exitCode, stderr } = await runProgram(programs.ffmpeg ?? "", all, limits);
  if (exitCode !== 0) throw new Error(stderr);
  return source(name);
}
const pattern = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2"];
const tone = ["-f", "lavfi", "-i", "sine=duration=2"];
const h264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("a probe of what is no media", () => {
  it("knows a text, whatever its name", async () => {
    const media = await probe(await source("film.mp4", "a letter to the manager"), without, signal);
    expect(media).toMatchObject({ kind: "other", contentType: undefined });
  });

  it("reads no playlist as a film, so that no other file is opened", async () => {
    const playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n";
    const media = await probe(await source("list.mp4", playlist), programs, signal);
    expect(media.kind).toBe("other");
  });

  it.each([
    [
      "asf",
      Buffer.concat([Buffer.from("3026b2758e66cf11a6d900aa0062ce6c", "hex"), Buffer.alloc(4000)]),
    ],
    ["mp3", Buffer.from("ID3\x04\0\0\0\0\0\0".repeat(9000), "latin1")],
  ])("survives a head of %s that leads nowhere", async (ending, bytes) => {
    const media = await probe(await source(`head.${ending}`, bytes), programs, signal);
    expect(media.kind === "other" || media.flaw !== undefined).toBe(true);
  });

  it("knows a text of a few letters, at which readers of containers stumble", async () => {
    for (let length = 1; length <= 16; length += 5) {
      const media = await probe(await source("tiny.mp4", "a".repeat(length)), without, signal);
      expect(media).toEqual({ kind: "other", contentType: undefined, facts: {} });
    }
  });

  it("survives nothing at all", async () => {
    expect((await probe(await source("empty.mp4", ""), programs, signal)).kind).toBe("other");
  });
});

describe("a probe of pictures", () => {
  const picture = () =>
    sharp({ create: { width: 900, height: 600, channels: 3, background: "#3a7" } });

  it("tells the size as shown when the camera was held upright", async () => {
    const bytes = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const media = await probe(await source("turned.jpg", bytes), without, signal);
    expect(media).toMatchObject({ kind: "image", contentType: "image/jpeg", width: 600 });
    const poster = await takePoster(await source("turned.jpg"), media, without, signal);
    expect(poster).toMatchObject({ width: 320, height: 480, contentType: "image/webp" });
  });

  it("finds a JPEG that ends too early", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
    const bytes = await sharp({
      create: { width: 400, height: 400, channels: 3, background: "#000", noise },
    })
      .jpeg()
      .toBuffer();
    const cut = bytes.subarray(0, bytes.length / 2);
    expect(await probe(await source("cut.jpg", cut), without, signal)).toMatchObject({
      kind: "image",
      flaw: "truncated",
    });
  });

  it("says of a phone's HEIC that no screen shows it", async () => {
    const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08mdat", "latin1");
    expect(await probe(await source("phone.heic", heic), programs, signal)).toMatchObject({
      kind: "image",
      flaw: "unsupported",
    });
  });

  it("draws an SVG without the files that it names", async () => {
    await source("secret.png", await picture().png().toBuffer());
    const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><script>alert(1)</script><image href="secret.png" width="40" height="40"/></svg>`;
    const drawing = await source("drawing.svg", svg);
    const media = await probe(drawing, without, signal);
    expect(media).toMatchObject({ kind: "image", contentType: "image/svg+xml", width: 40 });
    const poster = await takePoster(drawing, media, without, signal);
    if (typeof poster === "string") throw new Error(poster);
    const { channels } = await sharp(poster.bytes).stats();
    expect(channels.map((channel) => channel.max)).toEqual(channels.map(() => 0));
  });
});

describe.skipIf(!programs.ffmpeg)("a probe of films", () => {
  beforeAll(async () => {
    await make("film.mp4", ...pattern, ...tone, ...h264, "-c:a", "aac");
  });

  it("tells length, size and codecs without any program", async () => {
    const media = await probe(await source("film.mp4"), without, signal);
    expect(media).toMatchObject({
      kind: "video",
      contentType: "video/mp4",
      width: 320,
      height: 180,
      facts: { codec: "avc", audioCodec: "aac", frameRate: 25, rotation: 0, container: "MP4" },
    });
    expect(media.durationMs).toBeGreaterThan(1900);
    expect(media.flaw).toBeUndefined();
  });

  it("reads a long file only in places", async () => {
    await make("long.mp4", "-stream_loop", "30", "-i", at("film.mp4"), "-c", "copy");
    const file = await source("long.mp4");
    let readBytes = 0;
    const counting = {
      ...file,
      async read(start: number, end: number) {
        readBytes += end - start;
        return file.read(start, end);
      },
    };
    await probe(counting, without, signal);
    expect(readBytes).toBeLessThan(file.sizeBytes / 4);
  });

  it("gives up a film whose index would fill the memory, and lives on", async () => {
    const film = await make("index.mp4", ...pattern, "-c:v", "libx264", "-pix_fmt", "yuv420p");
    const bytes = await readFile(film.path ?? "");
    const many = 1_000_000_000;
    bytes.writeUInt32BE(many, bytes.indexOf("stts") + 12);
    bytes.writeUInt32BE(many, bytes.indexOf("ctts") + 12);
    bytes.writeUInt32BE(1, bytes.indexOf("stsz") + 8);
    bytes.writeUInt32BE(many, bytes.indexOf("stsz") + 12);
    const media = await probe(await source("bomb.mp4", bytes), programs, signal);
    expect(media).toMatchObject({ kind: "video", flaw: "unreadable" });
  }, 60_000);

  it.each([
    ["index at the end", []],
    ["index at the start", ["-movflags", "+faststart"]],
  ])("finds a film that was cut off (%s)", async (name, flags) => {
    const file = `${name}.mp4`;
    await make(file, "-i", at("film.mp4"), "-c", "copy", ...flags);
    const bytes = await readFile(at(file));
    const cut = await source("cut.mp4", bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    expect(await probe(cut, without, signal)).toMatchObject({ kind: "video", flaw: "truncated" });
  });

  it("takes a film with a few bytes of padding behind it", async () => {
    await make("padded.mp4", "-i", at("film.mp4"), "-c", "copy");
    const padded = Buffer.concat([await readFile(at("padded.mp4")), Buffer.alloc(7)]);
    const media = await probe(await source("padded.mp4", padded), without, signal);
    expect(media).toMatchObject({ kind: "video", width: 320 });
    expect(media.flaw).toBeUndefined();
  });

  it("finds a WebM that was cut off", async () => {
    await make("film.webm", ...pattern, "-c:v", "libvpx", "-deadline", "realtime");
    expect((await probe(await source("film.webm"), without, signal)).flaw).toBeUndefined();
    const bytes = await readFile(at("film.webm"));
    const cut = await source("cut.webm", bytes.subarray(0, bytes.length / 2));
    expect((await probe(cut, without, signal)).flaw).toBe("truncated");
  });

  it("takes a fragmented film, as browsers record it", async () => {
    const flags = ["-movflags", "frag_keyframe+empty_moov"];
    const file = await make("parts.mp4", "-i", at("film.mp4"), "-c", "copy", ...flags);
    const media = await probe(file, without, signal);
    expect(media).toMatchObject({ kind: "video", width: 320 });
    expect(media.flaw).toBeUndefined();
  });

  it("takes what a browser recorded, which has neither length nor index", async () => {
    const live = ["-c:v", "libvpx", "-deadline", "realtime", "-live", "1", "-f", "webm"];
    const file = await make("live.webm", ...pattern, ...live);
    const media = await probe(file, without, signal);
    expect(media).toMatchObject({ kind: "video", width: 320 });
    expect(media.flaw).toBeUndefined();
    expect(media.durationMs).toBeGreaterThan(1500);
  });

  it.each(["mp3", "wav", "flac", "ogg", "ts"])("knows a .%s", async (ending) => {
    const isFilm = ending === "ts";
    const file = await make(`any.${ending}`, ...(isFilm ? [...pattern, ...h264] : tone));
    const media = await probe(file, without, signal);
    expect(media.kind).toBe(isFilm ? "video" : "audio");
    expect(media.flaw).toBeUndefined();
    expect(media.durationMs).toBeGreaterThan(1500);
  });

  it("takes the cover of a song", async () => {
    const cover = await sharp({
      create: { width: 300, height: 300, channels: 3, background: "#d40" },
    })
      .jpeg()
      .toBuffer();
    await source("cover.jpg", cover);
    const both = [...tone, "-i", at("cover.jpg"), "-map", "0", "-map", "1", "-c:v", "copy"];
    const file = await make("song.mp3", ...both, "-id3v2_version", "3");
    const media = await probe(file, without, signal);
    expect(media.kind).toBe("audio");
    expect(await takePoster(file, media, without, signal)).toMatchObject({ width: 300 });
  });

  it("hears that a film has sound only", async () => {
    const media = await probe(await make("song.m4a", ...tone, "-c:a", "aac"), without, signal);
    expect(media).toMatchObject({ kind: "audio", facts: { codec: "aac" } });
    expect(media.contentType).toMatch(/^audio\//);
  });

  it("asks ffprobe about containers that it does not know itself", async () => {
    const file = await make("film.avi", ...pattern, "-c:v", "mpeg4");
    expect(await probe(file, without, signal)).toMatchObject({ kind: "video", facts: {} });
    const media = await probe(file, programs, signal);
    expect(media).toMatchObject({ kind: "video", width: 320, facts: { codec: "mpeg4" } });
  });

  it("takes a poster that is not the black beginning", async () => {
    const fade = ["-vf", "fade=in:st=0.6:d=0.2"];
    const file = await make("fade.mp4", ...pattern, ...fade, ...h264, "-g", "5");
    const poster = await takePoster(file, await probe(file, programs, signal), programs, signal);
    if (typeof poster === "string") throw new Error(poster);
    expect(poster).toMatchObject({ width: 320, height: 180 });
    const { channels } = await sharp(poster.bytes).greyscale().stats();
    expect(channels[0]?.mean).toBeGreaterThan(40);
  });

  it("says that a film of zeros cannot be decoded", async () => {
    const bytes = await readFile(at("film.mp4"));
    const start = bytes.indexOf("mdat") + 4;
    bytes.fill(0, start, start - 4 + bytes.readUInt32BE(start - 8) - 4);
    const file = await source("zeros.mp4", bytes);
    const media = await probe(file, programs, signal);
    expect(media.flaw).toBeUndefined();
    expect(await takePoster(file, media, programs, signal)).toBe("undecodable");
  });

  it("stops the program when it is no longer wanted", async () => {
    const controller = new AbortController();
    const endless = ["-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2", "-f", "null", "-"];
    const running = runProgram(programs.ffmpeg ?? "", endless, {
      timeoutMs: 60_000,
      maxOutputBytes: 1000,
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error("enough")), 100);
    await expect(running).rejects.toThrow("enough");
  });
});
