import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { chromium, request } from "@playwright/test";
import { setUp } from "@/e2e/global-setup";
import { startServer } from "@/e2e/server-process";
import { parseConfig } from "@/lib/config";
import { createLog } from "@/lib/log";
import { deriveSecrets } from "@/lib/secrets";
import { createStorage, newObjectKey } from "@/lib/storage";
import { ensureChromium } from "@/scripts/ensure-chromium.mjs";
import { ensureRgw, type Rgw, startRgw } from "@/scripts/rgw.mjs";
import { ensureProgram } from "./ensure-program";
import { uploadByNode } from "./node-uploader";
import type { Row } from "./row";
import { median } from "./signing";

const run = promisify(execFile);
const gibibyte = 1024 ** 3;
const rounds = 3;
const calmMs = 3_000;
const bucket = "bench";

/** A film of 1 GiB from a browser into a real bucket, beside the AWS CLI with the same file. */
export async function benchBucketUploads(): Promise<Row[]> {
  const executablePath = await ensureChromium();
  if (!executablePath || !ensureRgw() || !ensureProgram("aws", "awscli")) {
    console.error("SKIPPED: Chromium, Ceph and the AWS CLI are needed");
    return [];
  }
  const directory = await mkdtemp(join(tmpdir(), "vitrine-bench-"));
  const rgw = await startRgw({ storeBytes: 16 * gibibyte });
  try {
    const file = join(directory, "film.bin");
    await writeFile(file, gibibyte);
    const [ours, plain, theirs]: number[][] = [[], [], []];
    const browser = await fromBrowser(directory, rgw, executablePath);
    for (let round = 0; round < rounds; round += 1) {
      ours?.push(await browser.upload(file));
      plain?.push(await seconds(() => uploadByNode(browser.api, file)));
      theirs?.push(await byCli(rgw, file, `film-${round}`));
    }
    await browser.close();
    const yardstick = { name: "aws s3 cp", value: median(theirs ?? []) };
    const rowOf = (name: string, value: number) => ({
      ...{ name, value, unit: "s", yardstick, ratio: yardstick.value / value, aim: "≥ 1.0" },
    });
    return [
      rowOf("1 GiB to Ceph by the uploader, in Node", median(plain ?? [])),
      rowOf("the same in a browser, hashed, until the library has it", median(ours ?? [])),
    ];
  } finally {
    await rgw.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

async function fromBrowser(directory: string, rgw: Rgw, executablePath: string) {
  const session = join(directory, "session.json");
  const server = await startServer({
    ...{ DATA_DIR: join(directory, "data"), STORAGE_TYPE: "s3", S3_BUCKET_NAME: bucket },
    ...{ S3_CREATE_BUCKET: "true", S3_ENDPOINT_URL: rgw.endpoint },
    ...{ S3_ACCESS_KEY: rgw.accessKeyId, S3_SECRET_KEY: rgw.secretAccessKey },
    // The next film must not wait for this one to be read again.
    ROLE: "web",
  });
  await setUp(server.url, server.setupUrl ?? "", session);
  const browser = await chromium.launch({ executablePath });
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  const api = await request.newContext({
    ...{ baseURL: server.url, storageState: session },
    extraHTTPHeaders: { "x-client-id": "client_001" },
  });
  return {
    api,
    async upload(file: string): Promise<number> {
      await page.goto(`${server.url}/c/client_001/library`);
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Add files" }).first().click();
      const chosen = await chooser;
      const begin = performance.now();
      await chosen.setFiles(file);
      const uploads = page.getByRole("region", { name: "Uploads" });
      await uploads.getByText("1 file added").waitFor({ timeout: 600_000 });
      const taken = (performance.now() - begin) / 1000;
      // An open page has work of its own, which is not the next one's.
      await page.goto("about:blank");
      await sleep(calmMs);
      return taken;
    },
    async close(): Promise<void> {
      await api.dispose();
      await browser.close();
      await server.stop();
    },
  };
}

async function byCli(rgw: Rgw, file: string, key: string): Promise<number> {
  const env = {
    ...process.env,
    ...{ AWS_ACCESS_KEY_ID: rgw.accessKeyId, AWS_SECRET_ACCESS_KEY: rgw.secretAccessKey },
    ...{ AWS_DEFAULT_REGION: rgw.region, AWS_REQUEST_CHECKSUM_CALCULATION: "when_required" },
  };
  const begin = performance.now();
  const target = `s3://${bucket}/cli/${key}`;
  await run("aws", ["--endpoint-url", rgw.endpoint, "s3", "cp", "--quiet", file, target], { env });
  return (performance.now() - begin) / 1000;
}

/** 1 GiB through the local driver, beside a plain copy that hashes and flushes as well. */
export async function benchLocalPut(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-bench-"));
  try {
    const file = join(directory, "film.bin");
    await writeFile(file, gibibyte);
    const config = parseConfig({ LOCAL_STORAGE_PATH: join(directory, "files") });
    const secrets = deriveSecrets("a secret of the bench, long enough for all");
    const { current } = await createStorage({ config, secrets, log: createLog("silent") });
    const [ours, plain]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      const key = newObjectKey("bench", "originals");
      const put = await seconds(() =>
        current.put(key, createReadStream(file, { highWaterMark: 1024 ** 2 }), {
          ...{ contentType: "video/mp4", sizeBytes: gibibyte },
        }),
      );
      await current.delete(key);
      const copy = await seconds(() => plainCopy(file, join(directory, "copy")));
      if (round === 0) continue;
      ours.push(put);
      plain.push(copy);
    }
    const yardstick = { name: "copy, hash, flush", value: median(plain) };
    const value = median(ours);
    const ratio = yardstick.value / value;
    return [{ name: "1 GiB through the local driver", value, unit: "s", yardstick, ratio }];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function plainCopy(from: string, to: string): Promise<void> {
  const hash = createHash("sha256");
  const source = createReadStream(from, { highWaterMark: 1024 ** 2 });
  source.on("data", (chunk) => hash.update(chunk));
  await pipeline(source, createWriteStream(to));
  const copy = await open(to, "r+");
  await copy.datasync();
  await copy.close();
  hash.digest("hex");
  await rm(to);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1000;
}

async function writeFile(path: string, sizeBytes: number): Promise<void> {
  const chunk = randomBytes(16 * 1024 ** 2);
  const file = await open(path, "w");
  for (let written = 0; written < sizeBytes; written += chunk.length) await file.write(chunk);
  await file.close();
}
