import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { type Driver, newObjectKey } from "@/lib/storage";
import { startFakeS3 } from "@/lib/storage/fake-s3";
import { bareDriver, bareLocal, createLayers } from "./layer-stacks";
import type { Row } from "./row";
import { median } from "./signing";

const run = promisify(execFile);
const mebibyte = 1024 ** 2;
const rounds = 11;
const contentType = "video/mp4";
const film = randomBytes(64 * mebibyte);
const picture = randomBytes(16 * 1024);
const pictures = 256;
const atOnce = 8;
/** What comes from a network at a time. */
const arrivalBytes = 64 * 1024;

function* arriving(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += arrivalBytes) {
    yield bytes.subarray(at, at + arrivalBytes);
  }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

async function putAndGet(driver: Driver, bytes: Buffer): Promise<void> {
  const key = newObjectKey("bench", "originals");
  const options = { contentType, sizeBytes: bytes.length };
  await driver.put(key, Readable.from(arriving(bytes)), options);
  await pipeline(await driver.get(key), nowhere());
  await driver.delete(key);
}

async function inParallel(count: number, work: () => Promise<void>): Promise<void> {
  let left = count;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

interface Load {
  name: string;
  unit: string;
  amount: number;
  work(driver: Driver): Promise<void>;
}

const loads: Load[] = [
  { name: "64 MiB", unit: "MiB/s", amount: 64, work: (driver) => putAndGet(driver, film) },
  {
    ...{ name: "pictures of 16 KiB", unit: "/s", amount: pictures },
    work: (driver) => inParallel(pictures, () => putAndGet(driver, picture)),
  },
];

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

/** In pairs, who begins by turns; the middle of the pairs' ratios. */
async function compare(
  { name, unit, amount, work }: Load,
  bare: Driver,
  layered: Driver,
  label: string,
  aim: string | undefined,
): Promise<Row> {
  const pairs: { bare: number; layered: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { bare: 0, layered: 0 };
    const first = async () => (pair.bare = await seconds(() => work(bare)));
    const second = async () => (pair.layered = await seconds(() => work(layered)));
    for (const turn of round % 2 ? [second, first] : [first, second]) await turn();
    if (round > 0) pairs.push(pair);
  }
  const [value, plain] = [
    amount / median(pairs.map((pair) => pair.layered)),
    amount / median(pairs.map((pair) => pair.bare)),
  ];
  return {
    ...{ name: `${name} in and out: ${label}`, value, unit },
    yardstick: { name: "bare driver", value: plain },
    ratio: median(pairs.map((pair) => pair.bare / pair.layered)),
    ...(aim === undefined ? {} : { aim }),
  };
}

/** Each layer and all of them over the local driver, beside the bare driver. */
export async function benchLayers(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-bench-"));
  try {
    const bare = await bareLocal(directory);
    const layers = await createLayers(directory);
    const subjects: [string, (driver: Driver) => Driver, string?][] = [
      ["bare once more", (driver) => driver],
      ["meter", layers.meter],
      ["retries", layers.retry],
      ["memory cache", layers.memoryCache],
      ["disk cache", layers.diskCache],
      ["second place (spooled)", layers.fallback],
      ["compression", layers.compression],
      ["encryption", layers.encryption],
      ["stack, plain, no second place", layers.plain, "≥ 0.85"],
      ["stack, plain, spooled", layers.plainSpooled, "≥ 0.85"],
      ["stack, encrypted, no second place", layers.sealed, "≥ 0.60"],
      ["stack, encrypted, spooled", layers.spooled, "≥ 0.60"],
    ];
    const rows: Row[] = [];
    for (const load of loads) {
      for (const [label, layer, aim] of subjects) {
        // What cannot be compressed costs a second each time.
        if (label === "compression" && load.amount === 64) continue;
        rows.push(await compare(load, bare, layer(bare), label, aim));
      }
    }
    return rows;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A small picture again and again, out of memory and out of a bucket. */
export async function benchCachedReads(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-bench-"));
  const fake = await startFakeS3();
  try {
    const store = await bareDriver({
      ...{ STORAGE_TYPE: "s3", S3_BUCKET_NAME: "media", S3_ENDPOINT_URL: fake.endpoint },
      S3_ACCESS_KEY: fake.credentials.accessKeyId,
      S3_SECRET_KEY: fake.credentials.secretAccessKey,
      LOCAL_STORAGE_PATH: join(directory, "files"),
    });
    const { memoryCache, encryption } = await createLayers(directory);
    const rows: Row[] = [];
    for (const [label, layer] of [
      ["plain", (driver: Driver) => driver],
      ["encrypted", encryption],
    ] as const) {
      const behind = layer(store);
      const key = newObjectKey("bench", "renditions");
      await behind.put(key, Readable.from([picture]), { contentType: "image/webp" });
      const amount = 500;
      const load: Load = {
        ...{ name: "picture of 16 KiB", unit: "reads/s", amount },
        work: (driver) =>
          inParallel(amount, async () => pipeline(await driver.get(key), nowhere())),
      };
      const cached = memoryCache(behind);
      const row = await compare(load, behind, cached, `${label}, from memory`, "≥ 5");
      rows.push({ ...row, yardstick: { name: "fake S3", value: row.yardstick?.value ?? 0 } });
    }
    return rows;
  } finally {
    await fake.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** The most memory of a process through which 1 GiB passes in and out, beside 64 MiB. */
export async function benchLayerMemory(): Promise<Row[]> {
  const mebibytesOf = async (sizeBytes: number) => {
    const args = ["--import", "tsx", "bench/layer-memory-child.ts", String(sizeBytes)];
    const { stdout } = await run(process.execPath, args);
    return Number(stdout.trim().split("\n").at(-1));
  };
  const yardstick = { name: "64 MiB pass", value: await mebibytesOf(64 * mebibyte) };
  const value = await mebibytesOf(1024 * mebibyte);
  const name = "memory while 1 GiB passes in and out, encrypted and spooled";
  const ratio = yardstick.value / value;
  return [{ name, value, unit: "MiB", yardstick, ratio, aim: "flat (≥ 0.8)" }];
}
