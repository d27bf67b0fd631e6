import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite } from "@/lib/clients";
import { createLog } from "@/lib/log";
import { mediaPath, probePlaces, signMediaUrl } from "@/lib/storage";
import { type FakeS3, startFakeS3 } from "@/lib/storage/fake-s3";
import { type TestClient, type TestPerson, testClient } from "@/lib/testing";
import { startDataPlane, type TestArtifact } from "./test-server";

const text = "not really a picture";
const sha256 = createHash("sha256").update(text).digest("hex");
const names = ["north", "south"] as const;

let north: FakeS3;
let south: FakeS3;
let plane: Awaited<ReturnType<typeof startDataPlane>>;
let shop: TestClient;
let artifact: TestArtifact;

function settingsOf(name: string, { endpoint, credentials }: FakeS3): Record<string, string> {
  const settings = {
    ...{ TYPE: "s3", STORAGE_REGION: name },
    ...{ S3_BUCKET_NAME: "media", S3_ENDPOINT_URL: endpoint },
    ...{ S3_ACCESS_KEY: credentials.accessKeyId, S3_SECRET_KEY: credentials.secretAccessKey },
  };
  const prefix = `STORAGE_${name.toUpperCase()}_`;
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [prefix + key, value]));
}

/** A file that lies in both stores. */
async function lyingInBoth(client: TestClient): Promise<TestArtifact> {
  const { db, storage } = plane.runtime;
  const made = await plane.artifactOf(client, text);
  const { clientId, blobId } = made;
  const first = await db.placement.findFirstOrThrow({ where: { clientId, blobId } });
  const copy = storage.backend("south");
  await db.backend.createMany({ data: [{ id: "south", kind: "s3" }], skipDuplicates: true });
  const body = Readable.from([Buffer.from(text)]);
  await copy.put(first.objectKey, body, { contentType: "image/png" });
  const { createdAt: _then, ...same } = first;
  await db.placement.create({ data: { ...same, id: uuid(), backendId: "south" } });
  return made;
}

beforeAll(async () => {
  [north, south] = await Promise.all([startFakeS3(), startFakeS3()]);
  plane = await startDataPlane({
    ...{ STORAGE_TYPE: "north", STORAGE_LOCATIONS: names.join(","), MAX_RETRIES: "0" },
    ...settingsOf("north", north),
    ...settingsOf("south", south),
  });
  shop = await testClient();
  artifact = await lyingInBoth(shop);
});
afterAll(async () => {
  await plane.close();
  await Promise.all([north.stop(), south.stop()]);
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  plane.fetch(path, { headers, redirect: "manual" });
const linkOf = (now = new Date()) => signMediaUrl(plane.runtime.secrets, { ...artifact, now });

/** Which store the answer leads to. */
function storeOf(response: Response): string | undefined {
  const location = response.headers.get("location") ?? "";
  return names.find((name) => location.startsWith({ north, south }[name].endpoint));
}

async function confinedTo(regions: (string | null)[]): Promise<TestPerson> {
  const { db } = plane.runtime;
  const person = await shop.person("VIEWER");
  for (const region of regions) {
    const { id: siteId } = await createSite(shop.ctx, { name: uuid(), region });
    const { clientId } = shop;
    await db.membershipSite.create({ data: { clientId, siteId, userId: person.userId } });
  }
  return person;
}

describe("a file that lies in two regions", () => {
  it("is given to a screen by the store of its region, the same bytes in each", async () => {
    for (const region of names) {
      const response = await ask(`${linkOf()}&region=${region}`);
      expect([response.status, storeOf(response)]).toEqual([302, region]);
      const bytes = await (await fetch(response.headers.get("location") ?? "")).text();
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    }
  });

  it("is sent plain from the other store when the one that has it as gzip does not answer", async () => {
    const { db, storage } = plane.runtime;
    const { clientId, artifactId, sha256, blobId } = await lyingInBoth(shop);
    const where = { clientId, blobId, backendId: "north" };
    const { objectKey } = await db.placement.findFirstOrThrow({ where });
    const packed = storage.at({ backendId: "north", encodings: ["gzip"] });
    const body = Readable.from([Buffer.from(text)]);
    const { storedSizeBytes = 0 } = await packed.put(objectKey, body, { contentType: "image/png" });
    await db.placement.updateMany({ where, data: { encodings: ["gzip"], storedSizeBytes } });
    const now = new Date();
    const link = signMediaUrl(plane.runtime.secrets, { clientId, artifactId, sha256, now });
    const asked = () => ask(`${link}&region=north`, { "accept-encoding": "gzip" });
    const well = await asked();
    expect([well.headers.get("content-encoding"), await well.text()]).toEqual(["gzip", text]);
    north.faults.next("*", "unavailable", 1_000);
    const other = await asked();
    expect([other.headers.get("content-encoding"), await other.text()]).toEqual([null, text]);
    expect(other.headers.get("etag")).toBe(`"${sha256}"`);
    north.faults.clear();
  });

  it("is given to whoever is confined to one site by the store of its region", async () => {
    for (const region of names) {
      const { cookie } = await confinedTo([region]);
      expect(storeOf(await ask(mediaPath(artifact), { cookie }))).toBe(region);
    }
  });

  it("is given to all others by any store", async () => {
    const two = await confinedTo(["north", "south"]);
    const nowhere = await confinedTo([null]);
    for (const { cookie } of [two, nowhere, shop]) {
      expect((await ask(mediaPath(artifact), { cookie })).status).toBe(302);
    }
  });

  it("is read by nobody else because of a region", async () => {
    const stranger = await testClient();
    const answers = await Promise.all([
      ask(`${mediaPath(artifact)}?region=north`),
      ask(`${mediaPath(artifact)}?region=north`, { cookie: stranger.cookie }),
      ask(`${linkOf(new Date(0))}&region=north`),
      ask(`${linkOf()}x&region=north`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 403, 403]);
    expect((await ask(`${linkOf()}&region=%0d%0a%00moon`)).status).toBe(302);
  });

  it("comes from the other store while that one is down", async () => {
    const log = createLog("silent");
    const { drivers } = plane.runtime.storage;
    const remote = drivers.filter(({ health }) => health);
    south.faults.next("*", "reset", 10_000);
    const options = { clientId: shop.clientId, log, againMs: 10 };
    const probes = probePlaces(remote, options);
    const chosen = async () => storeOf(await ask(`${linkOf()}&region=south`));
    await expect.poll(chosen, { timeout: 10_000 }).toBe("north");
    probes.stop();
    const age = /max-age=(\d+)/.exec((await ask(linkOf())).headers.get("cache-control") ?? "");
    expect(Number(age?.[1])).toBeLessThanOrEqual(30);
  }, 20_000);
});
