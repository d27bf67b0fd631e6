import { createHash, randomBytes } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { mebibyte } from "./bytes";
import { expect, test } from "./fake-store";

const bytes = randomBytes(20 * mebibyte);
const sha256 = createHash("sha256").update(bytes).digest("hex");

interface Begun {
  artifactId: string;
  uploadId: string;
}

const begin = async (api: APIRequestContext, origin: string) =>
  api.post(`${origin}/api/v1/artifacts`, { data: { name: "a.bin", sizeBytes: bytes.length } });

async function begunBy(response: APIResponse): Promise<Begun> {
  const { artifact, upload } = await response.json();
  return { artifactId: artifact.id, uploadId: upload.id };
}

/** As an uploader goes on after a cut: asks what is there, and sends what is not. */
async function sendMissing(api: APIRequestContext, origin: string, { uploadId }: Begun, most = 99) {
  const upload = `${origin}/api/v1/uploads/${uploadId}`;
  const { plan, arrivedParts } = await (await api.get(upload)).json();
  const arrived = arrivedParts.map(({ partNumber }: { partNumber: number }) => partNumber);
  const partNumbers = [1, 2, 3].filter((number) => !arrived.includes(number)).slice(0, most);
  if (partNumbers.length === 0) return 0;
  const { requests } = await (await api.post(`${upload}/parts`, { data: { partNumbers } })).json();
  for (const { url, headers, partNumber } of requests) {
    const start = (partNumber - 1) * plan.partSizeBytes;
    const body = bytes.subarray(start, start + plan.partSizeBytes);
    expect((await fetch(url, { method: "PUT", headers, body })).status).toBe(200);
  }
  return partNumbers.length;
}

const complete = (api: APIRequestContext, origin: string, { uploadId }: Begun) =>
  api.post(`${origin}/api/v1/uploads/${uploadId}/complete`, { data: {}, timeout: 20_000 });

async function isWhole(api: APIRequestContext, origin: string, { artifactId }: Begun) {
  const path = `${origin}/api/v1/artifacts/${artifactId}`;
  await expect
    .poll(async () => (await (await api.get(path)).json()).status, { timeout: 20_000 })
    .toBe("AVAILABLE");
  expect((await (await api.get(path)).json()).sha256).toBe(sha256);
}

test("A server that is killed at any step of an upload goes on with it", async ({
  fake,
  home,
  start,
  api,
}) => {
  test.setTimeout(120_000);
  let server: { url: string; stop(signal?: NodeJS.Signals): Promise<number | null> } = home;
  const restart = async () => {
    await server.stop("SIGKILL");
    server = await start();
  };
  const upload = await begunBy(await begin(api, server.url));
  await restart();
  expect(await sendMissing(api, server.url, upload, 1)).toBe(1);
  await restart();
  expect(await sendMissing(api, server.url, upload)).toBe(2);
  await restart();

  // Killed while the store puts the parts together: it has done so, and nobody was told.
  fake.faults.next("CompleteMultipartUpload", { latencyMs: 1_500 });
  const cut = complete(api, server.url, upload).catch(() => undefined);
  await expect.poll(() => fake.seen).toContain("CompleteMultipartUpload");
  await restart();
  await cut;
  expect((await complete(api, server.url, upload)).ok()).toBe(true);
  await isWhole(api, server.url, upload);
  expect((await complete(api, server.url, upload)).ok()).toBe(true);
  await restart();
  await isWhole(api, server.url, upload);
});

test("A store that is down before, during or after an upload loses nothing", async ({
  fake,
  home,
  api,
}) => {
  test.setTimeout(120_000);
  const { url } = home;
  fake.faults.next("*", "unavailable", 1000);
  const refused = await begin(api, url);
  expect([refused.status(), (await refused.json()).reason]).toEqual([503, "store_down"]);
  const list = async () => (await (await api.get(`${url}/api/v1/artifacts`)).json()).items;
  expect(await list()).toEqual([]);
  fake.faults.clear();

  const upload = await begunBy(await begin(api, url));
  await sendMissing(api, url, upload, 1);
  fake.faults.next("*", "unavailable", 1000);
  expect((await api.get(`${url}/api/v1/uploads/${upload.uploadId}`)).status()).toBe(503);
  fake.faults.clear();
  await sendMissing(api, url, upload);
  fake.faults.next("*", "unavailable", 1000);
  expect((await complete(api, url, upload)).status()).toBe(503);
  fake.faults.clear();
  fake.faults.next("CompleteMultipartUpload", "lost_answer");
  expect((await complete(api, url, upload)).ok()).toBe(true);
  await isWhole(api, url, upload);

  // Afterwards: what lies there cannot be read now, and is there again.
  fake.faults.next("*", "unavailable", 1000);
  const path = `${url}/api/v1/artifacts/${upload.artifactId}`;
  expect((await (await api.get(path)).json()).status).toBe("AVAILABLE");
  fake.faults.clear();
  await isWhole(api, url, upload);
});
