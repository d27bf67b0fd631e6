import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Driver, UploadHandle } from "../driver";
import { type FakeS3, startFakeS3 } from "../fake-s3";
import { newObjectKey } from "../object-key";
import { sendBySignedUrl } from "../send-by-signed-url";
import { createS3Driver } from "./s3";

const contentType = "video/mp4";
const bytes = Buffer.alloc(17 * 1024 * 1024, "v");

let fake: FakeS3;
let driver: Driver;
beforeAll(async () => {
  fake = await startFakeS3();
});
afterAll(() => fake.stop());
beforeEach(() => {
  fake.faults.clear();
  fake.clock.aheadMs = 0;
  driver = createS3Driver({
    ...{ backendId: "s3", endpoint: fake.endpoint, credentials: fake.credentials },
    ...{ region: "us-east-1", bucket: "media", createsBucket: false },
    ...{ uploadUrlSeconds: 3600, timeoutSeconds: 1 },
  });
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
    await sendBySignedUrl(
      driver,
      upload,
      n,
      Readable.from([bytes.subarray((n - 1) * size, n * size)]),
    );
  }
}

describe("a store that falters", () => {
  it("is asked again, and nobody notices", async () => {
    const key = freshKey();
    fake.faults.next("PutObject", "unavailable", 2);
    await put(key);
    fake.faults.next("GetObject", "unavailable");
    expect(String(await buffer(await driver.get(key)))).toBe("hello");
  });

  it("may cut the line of what is sent to it, and gets it once more", async () => {
    const key = freshKey();
    fake.faults.next("PutObject", "reset");
    await put(key, bytes.subarray(0, 3_000_000));
    expect(await driver.head(key)).toEqual({ sizeBytes: 3_000_000 });
  });

  it("loses nothing when its answer to the last word is lost", async () => {
    const upload = await open();
    await sendAll(upload);
    fake.faults.next("CompleteMultipartUpload", "lost_answer");
    expect(await driver.finishUpload(upload)).toEqual({ sizeBytes: bytes.length });
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
    fake.faults.clear();
    expect(await driver.finishUpload(upload)).toEqual({ sizeBytes: bytes.length });
  });

  it("that says nothing for long is unavailable", async () => {
    fake.faults.next("HeadObject", { latencyMs: 1500 }, 10);
    await expect(driver.head(freshKey())).rejects.toMatchObject({ reason: "store_down" });
  });

  it("that stops in the middle of a body ends it with an error", async () => {
    const key = freshKey();
    await put(key);
    fake.faults.next("GetObject", "stall");
    await expect(buffer(await driver.get(key))).rejects.toMatchObject({ reason: "store_down" });
    fake.faults.next("ListObjectsV2", "stall");
    const listed = driver.list("client_001/")[Symbol.asyncIterator]();
    await expect(listed.next()).rejects.toMatchObject({ reason: "store_down" });
  });

  it("that cannot be reached is unavailable", async () => {
    const nowhere = createS3Driver({
      ...{ backendId: "s3", endpoint: "http://127.0.0.1:9", credentials: fake.credentials },
      ...{ region: "us-east-1", bucket: "media", createsBucket: false },
      ...{ uploadUrlSeconds: 60, timeoutSeconds: 1 },
    });
    await expect(nowhere.head(freshKey())).rejects.toMatchObject({ reason: "store_down" });
  });
});

describe("clocks and keys", () => {
  it("that are twenty minutes apart are told from the store's answers, for URLs too", async () => {
    for (const aheadMs of [20 * 60_000, -20 * 60_000]) {
      fake.clock.aheadMs = aheadMs;
      const upload = await open(5);
      await put(freshKey());
      const { url, headers } = await driver.signPut(upload);
      const sent = await fetch(url, { method: "PUT", headers, body: "hello" });
      expect(sent.status).toBe(200);
    }
  });

  it("that end are fetched anew from where they come", async () => {
    const directory = await mkdtemp(join(tmpdir(), "vitrine-keys-"));
    const keys = join(directory, "keys.json");
    const { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey } = fake.credentials;
    const issue = async (secret: string, lifeMs: number) => {
      const Expiration = new Date(Date.now() + lifeMs).toISOString();
      const issued = { Version: 1, AccessKeyId, SecretAccessKey: secret, SessionToken: "t" };
      await writeFile(keys, JSON.stringify({ ...issued, Expiration }));
    };
    await writeFile(join(directory, "config"), `[default]\ncredential_process = cat ${keys}\n`);
    vi.stubEnv("AWS_CONFIG_FILE", join(directory, "config"));
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(directory, "none"));
    try {
      driver = createS3Driver({
        ...{ backendId: "s3", endpoint: fake.endpoint, region: "us-east-1", bucket: "media" },
        ...{ createsBucket: false, uploadUrlSeconds: 60, timeoutSeconds: 1 },
      });
      await issue(SecretAccessKey, 1_000);
      await put(freshKey());
      fake.credentials.secretAccessKey = "the next one";
      await issue("the next one", 3_600_000);
      await sleep(1_000);
      const upload = await open(5);
      const { url, headers } = await driver.signPut(upload);
      expect(url).toContain("X-Amz-Security-Token=t");
      expect((await fetch(url, { method: "PUT", headers, body: "hello" })).status).toBe(200);
      expect(await driver.finishUpload(upload)).toEqual({ sizeBytes: 5 });
    } finally {
      fake.credentials.secretAccessKey = SecretAccessKey;
      vi.unstubAllEnvs();
      await rm(directory, { recursive: true });
    }
  });

  it("that are refused say so, and never that there is no such file", async () => {
    const stranger = createS3Driver({
      ...{ backendId: "s3", endpoint: fake.endpoint, region: "us-east-1", bucket: "media" },
      credentials: { ...fake.credentials, secretAccessKey: "another" },
      ...{ createsBucket: false, uploadUrlSeconds: 60, timeoutSeconds: 1 },
    });
    await expect(stranger.head(freshKey())).rejects.toMatchObject({
      ...{ code: "unavailable", reason: "store_refused" },
    });
    await expect(stranger.check?.()).rejects.toThrow(/S3_ACCESS_KEY/);
  });
});

describe("a URL for one PUT", () => {
  it("takes these bytes of this length and type, once", async () => {
    const upload = await open(5);
    const { url, headers } = await driver.signPut(upload);
    const send = (body: string, more: Record<string, string> = {}) =>
      fetch(url, { method: "PUT", headers: { ...headers, ...more }, body });
    expect((await send("hello!")).status).toBe(403);
    expect((await send("hello", { "content-type": "text/html" })).status).toBe(403);
    expect((await send("hello")).status).toBe(200);
    expect((await send("jello")).status).toBe(412);
    expect(await driver.finishUpload(upload)).toEqual({ sizeBytes: 5 });
  });

  it("is of no use once its time is over", async () => {
    const { url, headers } = await driver.signPut(await open(5));
    fake.clock.aheadMs = 3_601_000;
    const late = await fetch(url, { method: "PUT", headers, body: "hello" });
    expect(late.status).toBe(403);
    expect(await late.text()).toContain("expired");
  });
});
