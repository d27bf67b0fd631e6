import { execFile } from "node:child_process";
import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { ensureRgw, startRgw } from "@/scripts/rgw.mjs";
import type { Row } from "./row";

const run = promisify(execFile);
const gibibyte = 1024 ** 3;
const storeBytes = 14 * gibibyte;

/** The most memory of a process that passes 5 GiB into a bucket, beside one that passes 256 MiB. */
export async function benchStoreMemory(): Promise<Row[]> {
  const { bavail, bsize } = await statfs(tmpdir());
  if (bavail * bsize < storeBytes || !ensureRgw()) {
    console.error("SKIPPED: Ceph and 14 GiB of disk are needed");
    return [];
  }
  const rgw = await startRgw({ store: "bluestore", storeBytes });
  try {
    const env = {
      ...process.env,
      ...{ STORAGE_TYPE: "s3", S3_BUCKET_NAME: "bench", S3_CREATE_BUCKET: "true" },
      ...{ S3_ENDPOINT_URL: rgw.endpoint, S3_ACCESS_KEY: rgw.accessKeyId },
      ...{ S3_SECRET_KEY: rgw.secretAccessKey, DATA_DIR: `${tmpdir()}/vitrine-bench-memory` },
    };
    const mebibytesOf = async (sizeBytes: number) => {
      const args = ["--import", "tsx", "bench/store-memory-child.ts", String(sizeBytes)];
      const { stdout } = await run(process.execPath, args, { env });
      return Number(stdout.trim().split("\n").at(-1));
    };
    const yardstick = { name: "256 MiB pass", value: await mebibytesOf(gibibyte / 4) };
    const value = await mebibytesOf(5 * gibibyte);
    const name = "memory while 5 GiB pass into Ceph";
    const ratio = yardstick.value / value;
    return [{ name, value, unit: "MiB", yardstick, ratio, aim: "flat (≥ 0.8)" }];
  } finally {
    await rgw.stop();
  }
}
