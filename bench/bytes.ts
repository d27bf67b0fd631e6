import { createHash, randomBytes } from "node:crypto";
import { copyFile, mkdir, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { parseConfig } from "@/lib/config";
import { createLog } from "@/lib/log";
import { deriveSecrets } from "@/lib/secrets";
import { createStorage, newObjectKey } from "@/lib/storage";
import { processorSeconds, runLoad, secret, startByteServer, startNginx } from "./byte-processes";
import type { Row } from "./row";

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;
const contentType = "video/mp4";
const rounds = 5;

/** 1 MiB files, each hashed and on disk before its answer, beside a bare loop that does the same. */
export async function benchUploads(): Promise<Row[]> {
  const connections = 8;
  const filesPerRound = 240;
  return inDirectory(async (directory) => {
    const { driver } = await openStore(directory);
    const server = await startByteServer(directory);
    const [ours, plain]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      const heads = await Promise.all(
        Array.from({ length: filesPerRound }, async () => {
          const expiresAt = new Date(Date.now() + 600_000);
          const request = { key: newObjectKey("bench", "originals"), sizeBytes: mebibyte };
          const { url } = await driver.signPut({
            ...request,
            contentType,
            expiresAt,
            partSizeBytes: undefined,
            storeUploadId: undefined,
          });
          return `PUT ${url} HTTP/1.1\r\nhost: x\r\ncontent-type: ${contentType}\r\ncontent-length: ${mebibyte}\r\n\r\n`;
        }),
      );
      const load = { port: server.port, connections, seconds: 60, heads, bodyBytes: mebibyte };
      const { requests, seconds } = await runLoad(load);
      const bare = await plainLoop(directory, filesPerRound, connections);
      if (round === 0) continue;
      ours.push(requests / seconds);
      plain.push(bare);
    }
    await server.stop();
    return [
      row(
        "uploads of 1 MiB, SHA-256 and fsync",
        ours,
        "bare write, hash, fsync",
        plain,
        "120 MiB/s",
      ),
    ];
  });
}

/** Ranges and a download, in turn from our server and from nginx. */
export async function benchRanges(): Promise<Row[]> {
  return inDirectory(async (directory) => {
    const { driver, pathOf } = await openStore(directory);
    const files = join(directory, "nginx");
    await mkdir(files);
    const server = await startByteServer(directory);
    const nginx = await startNginx(directory, files);

    const measure = async (
      name: string,
      fileMiB: number,
      connections: number,
      ranges: string[],
    ) => {
      const key = newObjectKey("bench", "originals");
      const { sha256 } = await driver.put(key, randomMebibytes(fileMiB), { contentType });
      await copyFile(pathOf(key), join(files, "file.mp4"));
      const url = await driver.signGet(key, {
        contentType,
        sha256,
        disposition: "inline",
        fileName: "file.mp4",
        signedAt: new Date(),
        expiresAt: new Date(Date.now() + 3_600_000),
      });
      const headsFor = (path: string) =>
        ranges.map((range) => `GET ${path} HTTP/1.1\r\nhost: x\r\n${range}\r\n`);
      const sides = [
        { ...server, path: url, speeds: [] as number[], costs: [] as number[] },
        { ...(nginx ?? server), path: "/file.mp4", speeds: [] as number[], costs: [] as number[] },
      ] as const;
      const [ours, theirs] = sides;
      for (let round = 0; round <= rounds; round++) {
        for (const side of nginx ? sides : [ours]) {
          const heads = headsFor(side.path);
          const before = processorSeconds(side.pid);
          const moved = await runLoad({
            port: side.port,
            connections,
            seconds: 2,
            heads,
            bodyBytes: 0,
          });
          const after = processorSeconds(side.pid);
          if (round === 0) continue;
          side.speeds.push(moved.bytes / mebibyte / moved.seconds);
          if (before === undefined || after === undefined) continue;
          side.costs.push((after - before) / (moved.bytes / gibibyte));
        }
      }
      const speed = row(name, ours.speeds, "nginx", theirs.speeds, ">= 0.8 of nginx");
      if (ours.costs.length === 0 || theirs.costs.length === 0) return [speed];
      const yardstick = { name: "nginx", value: median(theirs.costs) };
      const value = median(ours.costs);
      const ratio = yardstick.value / value;
      return [speed, { name: "  its processor time", value, unit: "s/GiB", yardstick, ratio }];
    };

    const pieces = Array.from({ length: 64 }, (_, i) => (i * 29) % 64).map(
      (at) => `range: bytes=${at * mebibyte}-${(at + 1) * mebibyte - 1}\r\n`,
    );
    try {
      return [
        ...(await measure("1 MiB ranges of 64 MiB, 16 connections", 64, 16, pieces)),
        ...(await measure("download of 256 MiB, 1 connection", 256, 1, [""])),
      ];
    } finally {
      await Promise.all([server.stop(), nginx?.stop()]);
    }
  });
}

function row(name: string, ours: number[], beside: string, theirs: number[], aim: string): Row {
  const value = median(ours);
  if (theirs.length === 0) return { name, value, unit: "MiB/s", aim };
  const yardstick = { name: beside, value: median(theirs) };
  // Of the same round, because the machine's load changes between rounds.
  const ratio = median(ours.map((figure, i) => figure / (theirs[i] ?? Number.NaN)));
  return { name, value, unit: "MiB/s", yardstick, ratio, aim };
}

function median(figures: number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

async function plainLoop(directory: string, count: number, workers: number): Promise<number> {
  const folder = join(directory, "plain");
  await mkdir(folder);
  const body = Buffer.alloc(mebibyte, "vitrine");
  const startedAt = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (next < count) {
        const file = await open(join(folder, String(next++)), "wx");
        createHash("sha256").update(body).digest("hex");
        await file.write(body);
        await file.sync();
        await file.close();
      }
    }),
  );
  const perSecond = (count / (performance.now() - startedAt)) * 1000;
  await rm(folder, { recursive: true });
  return perSecond;
}

async function openStore(directory: string) {
  const config = parseConfig({ LOCAL_STORAGE_PATH: directory });
  const storage = await createStorage({
    config,
    secrets: deriveSecrets(secret),
    log: createLog("error"),
  });
  const driver = storage.current;
  const { pathOf } = driver;
  if (!pathOf) throw new Error("the bench wants the local store");
  return { driver, pathOf };
}

function randomMebibytes(count: number): Readable {
  return Readable.from(
    (function* () {
      for (let i = 0; i < count; i++) yield randomBytes(mebibyte);
    })(),
  );
}

async function inDirectory(work: (directory: string) => Promise<Row[]>): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-bench-bytes-"));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
