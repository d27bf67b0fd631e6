import { randomBytes } from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { Client } from "pg";
import type { FakeS3 } from "@/lib/storage/fake-s3";
import { findArtifact, mebibyte, send, sha256 } from "./bytes";
import { databaseUrlOf } from "./database-url";
import { expect, test } from "./fake-store";
import { addFiles, cardOf, isReady, openLibrary, uploadOf } from "./library";
import { makeClip } from "./media";

const objectsOf = (fake: FakeS3) => [...fake.bucket("media").objects.values()];
const goDown = (fake: FakeS3) => fake.faults.next("*", "unavailable", 100_000);

/** Starts what runs each minute, now. */
async function runJob(directory: string, name: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrlOf(join(directory, "data")) });
  await client.connect();
  await client.query("select graphile_worker.add_job($1)", [name]);
  await client.end();
}

interface Shown {
  id: string;
  sha256: string;
}

const media = (clientId: string, { id, sha256 }: Shown, origin = "") =>
  `${origin}/media/${clientId}/${id}/${sha256}`;

/** As an uploader does it that knows only the API. */
async function sendInParts(api: APIRequestContext, bytes: Buffer, name: string): Promise<string> {
  const facts = { name, sizeBytes: bytes.length };
  const { artifact, upload } = await (await api.post("/api/v1/artifacts", { data: facts })).json();
  const { partSizeBytes, partCount } = upload.plan;
  const partNumbers = Array.from({ length: partCount }, (_, index) => index + 1);
  const path = `/api/v1/uploads/${upload.id}`;
  const { requests } = await (await api.post(`${path}/parts`, { data: { partNumbers } })).json();
  for (const { url, headers, partNumber } of requests) {
    const data = bytes.subarray((partNumber - 1) * partSizeBytes, partNumber * partSizeBytes);
    expect((await api.put(url, { headers, data })).status()).toBe(200);
  }
  expect((await api.post(`${path}/complete`, { data: {} })).ok()).toBe(true);
  return artifact.id;
}

/** A box that players pass over (ISO 14496-12 §8.1.2), so that there is more than one chunk. */
async function pad(path: string, sizeBytes: number): Promise<void> {
  const box = Buffer.concat([Buffer.alloc(4), Buffer.from("free"), randomBytes(sizeBytes - 8)]);
  box.writeUInt32BE(sizeBytes);
  await appendFile(path, box);
}

/** Opens the preview and jumps: the video has to ask for other ranges. */
async function playsByRanges(page: Page, name: string): Promise<void> {
  await cardOf(page, name)
    .getByRole("button", { name: `Preview ${name}` })
    .click();
  const video = page.getByRole("dialog", { name }).getByLabel(name, { exact: true });
  const moment = () => video.evaluate((v: HTMLVideoElement) => v.currentTime);
  await expect.poll(moment).toBeGreaterThan(0);
  await video.evaluate((v: HTMLVideoElement) => {
    v.currentTime = v.duration - 1;
  });
  await expect.poll(moment).toBeGreaterThan(4.2);
  expect(await video.evaluate((v: HTMLVideoElement) => v.error)).toBeNull();
  await page.keyboard.press("Escape");
}

test.describe("With a second place on the disk", () => {
  test.use({ settings: { ENABLE_LOCAL_FALLBACK: "true", MAX_RETRIES: "1" } });

  test("A store that is down for the whole of an upload: it is taken in, plays, and comes home", async ({
    fake,
    home,
    start,
    directory,
    manager,
    client,
    api,
  }) => {
    const film = await makeClip("Away.mp4", { seconds: 6 });
    goDown(fake);
    await openLibrary(manager, client);
    await addFiles(manager, film);
    await isReady(manager, "Away.mp4");
    await playsByRanges(manager, "Away.mp4");
    const big = randomBytes(20 * mebibyte);
    const bigId = await sendInParts(api, big, "Large.bin");
    expect(objectsOf(fake)).toEqual([]);

    // The store is back, and the server is killed while it brings the large one home.
    fake.faults.clear();
    fake.faults.next("UploadPart", { latencyMs: 3_000 }, 6);
    await expect
      .poll(
        async () => {
          await runJob(directory, "bring-home");
          return fake.seen;
        },
        { timeout: 30_000, intervals: [1_000] },
      )
      .toContain("UploadPart");
    await home.stop("SIGKILL");
    fake.faults.clear();
    expect(objectsOf(fake).some(({ bytes }) => bytes.length === big.length)).toBe(false);
    const { url } = await start();
    const artifact = await (await api.get(`${url}/api/v1/artifacts/${bigId}`)).json();
    expect(artifact).toMatchObject({ status: "AVAILABLE" });

    const whereFrom = async () => {
      const response = await api.get(media(client.id, { id: bigId, sha256: sha256(big) }, url));
      expect((await response.body()).equals(big)).toBe(true);
      return new URL(response.url()).origin;
    };
    await expect
      .poll(
        async () => {
          await runJob(directory, "bring-home");
          return whereFrom();
        },
        { timeout: 40_000, intervals: [1_000] },
      )
      .toBe(fake.endpoint);
    const bytes = await readFile(film);
    const copies = (whole: Buffer) => objectsOf(fake).filter((one) => one.bytes.equals(whole));
    expect([copies(big).length, copies(bytes).length]).toEqual([1, 1]);
    await manager.goto(`${url}/c/${client.id}/library`);
    await playsByRanges(manager, "Away.mp4");
  });
});

test("A store that says yes and keeps nothing: refused in words, and nothing becomes available", async ({
  fake,
  manager,
  client,
  api,
}) => {
  const bytes = randomBytes(50_000);
  fake.faults.next("PutObject", "forgets", 1);
  const { artifactId, complete } = await send(api, bytes, "Forgotten.bin");
  const refused = await complete();
  expect([refused.status(), (await refused.json()).reason]).toEqual([412, "upload_incomplete"]);
  const statusOf = async () =>
    (await (await api.get(`/api/v1/artifacts/${artifactId}`)).json()).status;
  expect(await statusOf()).toBe("UPLOADING");

  // For people: it is tried again, and then said.
  fake.faults.next("PutObject", "forgets", 1_000);
  const film = await makeClip("Nowhere.mp4");
  await openLibrary(manager, client);
  await addFiles(manager, film);
  const row = uploadOf(manager, "Nowhere.mp4");
  await expect(row.getByRole("button", { name: /again/i })).toBeVisible({ timeout: 60_000 });
  expect((await findArtifact(api, "Nowhere.mp4"))?.status ?? "UPLOADING").toBe("UPLOADING");
  expect(objectsOf(fake)).toEqual([]);

  // Nothing was lost: the file is still chosen, and goes up when the store keeps it.
  fake.faults.clear();
  await row.getByRole("button", { name: /again/i }).click();
  await isReady(manager, "Nowhere.mp4");
  expect(await statusOf()).toBe("UPLOADING");
});

test.describe("Encrypted", () => {
  const keys = [randomBytes(32), randomBytes(32), randomBytes(32)].map((key) =>
    key.toString("base64"),
  );
  const [first = "", second = "", wrong = ""] = keys;
  test.use({ settings: { ENABLE_ENCRYPTION: "true", ENCRYPTION_KEY: first } });

  test("Nobody reads it in the store, it plays by ranges, and the master key can be changed", async ({
    fake,
    home,
    start,
    manager,
    client,
    api,
  }) => {
    const path = await makeClip("Secret.mp4", { seconds: 6 });
    await pad(path, 300_000);
    const film = await readFile(path);
    await openLibrary(manager, client);
    await addFiles(manager, path);
    await isReady(manager, "Secret.mp4");
    await playsByRanges(manager, "Secret.mp4");

    expect(objectsOf(fake).length).toBeGreaterThan(0);
    for (const { bytes } of objectsOf(fake)) {
      for (let at = 0; at + 64 < film.length; at += 10_000) {
        expect(bytes.includes(film.subarray(at, at + 64))).toBe(false);
      }
    }

    const artifact = await findArtifact(api, "Secret.mp4");
    const pieceIsRight = async (origin: string) => {
      const headers = { range: "bytes=65000-200000" };
      const response = await api.get(media(client.id, artifact, origin), { headers });
      expect(response.status()).toBe(206);
      expect((await response.body()).equals(film.subarray(65_000, 200_001))).toBe(true);
    };
    await pieceIsRight(home.url);
    await home.stop();

    const changed = await start({ ENCRYPTION_KEY: second, ENCRYPTION_KEY_PREVIOUS: first });
    await pieceIsRight(changed.url);
    await manager.goto(`${changed.url}/c/${client.id}/library`);
    await playsByRanges(manager, "Secret.mp4");
    await changed.stop();

    // The clients' keys are wrapped anew: the former one is of no more use.
    await expect(start({ ENCRYPTION_KEY: wrong })).rejects.toThrow(/ENCRYPTION_KEY/);
    await expect(start({ ENCRYPTION_KEY: "short" })).rejects.toThrow(/ENCRYPTION_KEY/);
    const { url } = await start({ ENCRYPTION_KEY: second });
    await pieceIsRight(url);
  });
});

test.describe("Compressed", () => {
  test.use({ settings: { ENABLE_COMPRESSION: "true" } });

  test("A text is sent as it lies to who takes gzip, and plain to who does not", async ({
    fake,
    home,
    client,
    api,
  }) => {
    const text = Buffer.from("The lunch menu of this week, and of the next. ".repeat(2_000));
    const { artifactId, complete } = await send(api, text, "menu.txt");
    expect((await complete()).ok()).toBe(true);
    const [stored] = objectsOf(fake);
    expect(stored?.bytes.length).toBeLessThan(text.length / 20);

    const url = media(client.id, { id: artifactId, sha256: sha256(text) }, home.url);
    const read = async (headers: Record<string, string>) => {
      const response = await api.get(url, { headers });
      return { response, headers: response.headers(), body: await response.body() };
    };
    const taken = await read({ "accept-encoding": "gzip" });
    expect(taken.headers).toMatchObject({
      "content-encoding": "gzip",
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(Number(taken.headers["content-length"])).toBe(stored?.bytes.length);
    expect(taken.body.equals(text)).toBe(true);

    const plain = await read({ "accept-encoding": "identity" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.body.equals(text)).toBe(true);
    expect(plain.headers.etag).not.toBe(taken.headers.etag);

    const piece = await read({ "accept-encoding": "gzip", range: "bytes=70000-70099" });
    expect([piece.response.status(), piece.headers["content-encoding"]]).toEqual([206, undefined]);
    expect(piece.headers["content-range"]).toBe(`bytes 70000-70099/${text.length}`);
    expect(piece.body.equals(text.subarray(70_000, 70_100))).toBe(true);
  });
});
