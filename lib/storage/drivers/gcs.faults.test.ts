import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Driver, UploadHandle } from "../driver";
import { type FakeGcs, startFakeGcs } from "../fake-gcs";
import type { GcsOptions } from "../gcs/options";
import { newObjectKey } from "../object-key";
import { sendBySignedUrl } from "../send-by-signed-url";
import { createGcsDriver } from "./gcs";

const contentType = "video/mp4";
const bytes = Buffer.alloc(17 * 1024 * 1024, "v");

let fake: FakeGcs;
let driver: Driver;
const driverOf = (more: Partial<GcsOptions> = {}) =>
  createGcsDriver({
    ...{ backendId: "gcs", bucket: "media", projectId: "p", createsBucket: false },
    ...{ apiEndpoint: fake.apiEndpoint, credentials: fake.credentials },
    ...{ uploadUrlSeconds: 3600, timeoutSeconds: 1, ...more },
  });
beforeAll(async () => {
  fake = await startFakeGcs("media");
});
afterAll(() => fake.stop());
beforeEach(() => {
  fake.faults.clear();
  fake.clock.aheadMs = 0;
  driver = driverOf();
});

const freshKey = () => newObjectKey("client_001", "originals");
const put = (key: string, body = Buffer.from("hello")) =>
  driver.put(key, Readable.from([body]), { contentType, sizeBytes: body.length });

async function open(sizeBytes = bytes.length): Promise<UploadHandle> {
  const expiresAt = new Date(Date.now() + 60_000);
  const request = { key: freshKey(), sizeBytes, contentType, expiresAt };
  return { ...request, ...(await driver.openUpload(request)) };
}

async function sendAll(upload: UploadHandle): Promise<void> {
  const size = upload.partSizeBytes ?? bytes.length;
  for (const n of [1, 2, 3]) {
    const part = bytes.subarray((n - 1) * size, n * size);
    await sendBySignedUrl(driver, upload, n, Readable.from([part]));
  }
}

describe("a store that falters", () => {
  it("is asked again, and nobody notices", async () => {
    const key = freshKey();
    await put(key);
    fake.faults.next("GetMetadata", "unavailable");
    expect(await driver.head(key)).toEqual({ sizeBytes: 5 });
    const upload = await open();
    await sendAll(upload);
    fake.faults.next("ListParts", "unavailable");
    expect(await driver.finishUpload(upload)).toEqual({ sizeBytes: bytes.length });
  });

  it("loses nothing when its answer to the last word is lost", async () => {
    const upload = await open();
    await sendAll(upload);
    fake.faults.next("CompleteMultipartUpload", "lost_answer");
    expect(await driver.finishUpload(upload)).toEqual({ sizeBytes: bytes.length });
    expect((await buffer(await driver.get(upload.key))).equals(bytes)).toBe(true);
  });

  it("that stays down is unavailable, and the upload goes on when it is back", async () => {
    const upload = await open();
    await sendAll(upload);
    fake.faults.next("*", "unavailable", 100);
    await expect(driver.finishUpload(upload)).rejects.toMatchObject({
      ...{ code: "unavailable", reason: "store_down" },
    });
    await expect(driver.head(upload.key)).rejects.toMatchObject({ reason: "store_down" });
    await expect(driver.get(upload.key)).rejects.toMatchObject({ reason: "store_down" });
    fake.faults.clear();
    expect(await driver.finishUpload(upload)).toEqual({ sizeBytes: bytes.length });
  }, 60_000);

  it("that stops in the middle of a body ends it with an error", async () => {
    const key = freshKey();
    await put(key);
    fake.faults.next("GetObject", "stall");
    await expect(buffer(await driver.get(key))).rejects.toMatchObject({ reason: "store_down" });
  });

  it("that cannot be reached is unavailable", async () => {
    const nowhere = driverOf({ apiEndpoint: "http://127.0.0.1:9" });
    await expect(nowhere.head(freshKey())).rejects.toMatchObject({ reason: "store_down" });
  }, 60_000);

  it("never lets a token or a signature out with an error", async () => {
    const upload = await open();
    await sendAll(upload);
    fake.faults.next("*", "unavailable", 100);
    const error = await driver.finishUpload(upload).catch((error: Error) => error);
    const { cause } = error as Error;
    expect(JSON.stringify({ error, cause, ...(cause as object) })).not.toMatch(
      /x-goog-signature|authorization|private_key/i,
    );
  }, 60_000);
});

describe("a URL for one PUT", () => {
  it("takes these bytes of this length and type, once", async () => {
    const upload = await open(5);
    const { url, headers } = await driver.signPut(upload);
    const send = (body: string, more: Record<string, string> = {}, to = url) =>
      fetch(to, { method: "PUT", headers: { ...headers, ...more }, body });
    expect((await send("hello!")).status).toBe(400);
    expect((await send("hell")).status).toBe(400);
    expect((await send("hello", { "content-type": "text/html" })).status).toBe(403);
    const wider = { "x-goog-content-length-range": "0,99" };
    expect((await send("hello!", wider)).status).toBe(403);
    expect(
      (
        await send(
          "hello",
          {},
          url.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
        )
      ).status,
    ).toBe(403);
    expect((await send("hello", {}, url.replace(upload.key, freshKey()))).status).toBe(403);
    expect((await send("hello")).status).toBe(200);
    expect((await send("jello")).status).toBe(412);
    expect(await driver.finishUpload(upload)).toEqual({ sizeBytes: 5 });
  });

  it("is of no use once its time is over", async () => {
    const { url, headers } = await driver.signPut(await open(5));
    fake.clock.aheadMs = 3_601_000;
    const late = await fetch(url, { method: "PUT", headers, body: "hello" });
    expect([late.status, await late.text()]).toEqual([400, expect.stringContaining("Expired")]);
  });
});

it("a URL to read is the same inside its window, and serves with its name and type", async () => {
  const key = freshKey();
  await put(key);
  const shown = {
    ...{ contentType: "text/plain", sha256: "a".repeat(64), disposition: "attachment" as const },
    ...{ fileName: "饼干.txt", signedAt: new Date(), expiresAt: new Date(Date.now() + 60_000) },
  };
  const url = await driver.signGet(key, shown);
  expect(await driver.signGet(key, shown)).toBe(url);
  const response = await fetch(url, { headers: { range: "bytes=1-3" } });
  expect([response.status, await response.text()]).toEqual([206, "ell"]);
  expect(response.headers.get("content-type")).toBe("text/plain");
  expect(response.headers.get("content-disposition")).toContain("attachment");
});

it("clocks that are twenty minutes apart are told from the store's answers", async () => {
  for (const aheadMs of [20 * 60_000, -20 * 60_000]) {
    fake.clock.aheadMs = aheadMs;
    await driver.check?.();
    const { url, headers } = await driver.signPut({
      ...(await open(5)),
      expiresAt: new Date(Date.now() + 600_000),
    });
    expect((await fetch(url, { method: "PUT", headers, body: "hello" })).status).toBe(200);
  }
});

describe("a bucket that is not there", () => {
  it("ends the start with the variable and the cure, or is made on request", async () => {
    const missing = driverOf({ bucket: "none" });
    await expect(missing.check?.()).rejects.toThrow(/GCS_BUCKET_NAME.*GCS_CREATE_BUCKET=true/);
    await expect(missing.head(freshKey())).rejects.toMatchObject({ code: "unavailable" });
    const making = driverOf({ bucket: "made", createsBucket: true, location: "EU" });
    await making.check?.();
    await making.check?.();
    const settings = JSON.parse(fake.buckets.get("made")?.settings.get("bucket") ?? "{}");
    expect(settings).toMatchObject({
      ...{ location: "EU", cors: [{ method: ["GET", "HEAD", "PUT"] }] },
      lifecycle: { rule: [{ action: { type: "AbortIncompleteMultipartUpload" } }] },
    });
  });

  it("is made for each client, before its first bytes, where each has its own", async () => {
    const each = driverOf({ bucket: "media-{client}", createsBucket: true });
    const key = newObjectKey("shop_1", "originals");
    await each.put(key, Readable.from(["hello"]), { contentType: "text/plain", sizeBytes: 5 });
    expect(fake.buckets.get("media-shop-1")?.objects.has(key)).toBe(true);
  });
});
