import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { newObjectKey } from "@/lib/storage";
import { startDataPlane } from "./test-server";

const bytes = randomBytes(3 * 1024 * 1024 + 11);
const sha256 = createHash("sha256").update(bytes).digest("hex");
const etag = `"${sha256}"`;
let plane: Awaited<ReturnType<typeof startDataPlane>>;

async function urlOf(body: Buffer, contentType = "video/mp4", fileName = "ad.mp4") {
  const key = newObjectKey("client_001", "originals");
  const stored = await plane.driver.put(key, Readable.from([body]), { contentType });
  return plane.driver.signGet(key, {
    contentType,
    sha256: stored.sha256,
    disposition: "inline",
    fileName,
    signedAt: new Date(),
    expiresAt: new Date(Date.now() + 60_000),
  });
}
const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe("GET of stored bytes", () => {
  let url: string;
  beforeAll(async () => {
    plane = await startDataPlane();
    url = await urlOf(bytes);
    return plane.close;
  });

  it("gives all of them, with what caches, players and canvases need", async () => {
    const response = await plane.fetch(url);
    expect(response.status).toBe(200);
    expect((await bodyOf(response)).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "video/mp4",
      "content-length": String(bytes.length),
      "accept-ranges": "bytes",
      etag,
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": expect.stringMatching(/^private, max-age=\d+, immutable$/),
      "content-disposition": expect.stringContaining('inline; filename="ad.mp4"'),
    });
  });

  it.each([
    ["bytes=0-0", 0, 0],
    ["bytes=1048576-2097151", 1_048_576, 2_097_151],
    ["bytes=-7", bytes.length - 7, bytes.length - 1],
    ["bytes=3145728-", 3_145_728, bytes.length - 1],
  ])("gives a piece for %s", async (range, start, end) => {
    const response = await plane.fetch(url, { headers: { range, "if-range": etag } });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe(`bytes ${start}-${end}/${bytes.length}`);
    expect((await bodyOf(response)).equals(bytes.subarray(start, end + 1))).toBe(true);
  });

  it("gives the whole for several ranges, or when If-Range names other bytes", async () => {
    const asked: Record<string, string>[] = [
      { range: "bytes=0-1,5-6" },
      { range: "bytes=0-1", "if-range": '"other"' },
    ];
    for (const headers of asked) {
      const response = await plane.fetch(url, { headers });
      expect(response.status).toBe(200);
      expect((await bodyOf(response)).length).toBe(bytes.length);
    }
  });

  it("says 416 beyond the end, and 304 to who has it", async () => {
    const beyond = await plane.fetch(url, { headers: { range: `bytes=${bytes.length}-` } });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get("content-range")).toBe(`bytes */${bytes.length}`);
    const known = await plane.fetch(url, { headers: { "if-none-match": etag } });
    expect(known.status).toBe(304);
    expect(known.headers.get("etag")).toBe(etag);
  });

  it("answers HEAD without bytes, by the same URL", async () => {
    const response = await plane.fetch(url, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe(String(bytes.length));
    expect((await bodyOf(response)).length).toBe(0);
  });

  it("serves nothing at all as nothing at all", async () => {
    const empty = await urlOf(Buffer.alloc(0));
    const response = await plane.fetch(empty);
    expect([response.status, response.headers.get("content-length")]).toEqual([200, "0"]);
  });

  it.each([
    ["image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"],
    ["text/html", "<script>alert(1)</script>"],
  ])("never lets %s run here", async (contentType, text) => {
    const response = await plane.fetch(await urlOf(Buffer.from(text), contentType, "x.svg"));
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    await response.arrayBuffer();
  });

  it("carries any name safely", async () => {
    const name = `../${"\u{1F389}"} "x"\r\nset-cookie: a=b\0.mp4`;
    const response = await plane.fetch(await urlOf(Buffer.from("x"), "video/mp4", name));
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("content-disposition")).toContain(
      "filename*=UTF-8''__%F0%9F%8E%89",
    );
    await response.arrayBuffer();
  });

  it("refuses an altered URL, and one for another method", async () => {
    const altered = url.replace("disposition=inline", "disposition=attachment");
    for (const response of [
      await plane.fetch(altered),
      await plane.fetch(url, { method: "PUT", body: "x" }),
    ]) {
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ reason: "bad_signature" });
    }
    expect((await plane.fetch(url, { method: "DELETE" })).status).toBe(405);
  });

  it("says 404 of what was deleted", async () => {
    const gone = await urlOf(Buffer.from("x"));
    const key = new URL(gone, "http://x").pathname.replace("/data/local/", "");
    await plane.driver.delete(key);
    const response = await plane.fetch(gone);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "not_found" });
  });

  it("survives readers that go away midway", async () => {
    const big = await urlOf(randomBytes(16 * 1024 * 1024));
    for (let i = 0; i < 5; i++) {
      const socket = connect(plane.port, "127.0.0.1");
      socket.write(`GET ${big} HTTP/1.1\r\nhost: x\r\n\r\n`);
      await once(socket, "data");
      socket.destroy();
    }
    await sleep(50);
    expect((await plane.fetch(url, { method: "HEAD" })).status).toBe(200);
  });

  it("answers the preflight of another origin", async () => {
    const response = await plane.fetch(url, {
      method: "OPTIONS",
      headers: { origin: "http://panel.example", "access-control-request-method": "PUT" },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-methods")).toContain("PUT");
    expect(response.headers.get("access-control-allow-headers")).toContain("content-type");
  });
});
