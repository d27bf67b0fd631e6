import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { parseConfig } from "@/lib/config";
import { createLog } from "@/lib/log";
import { deriveSecrets } from "@/lib/secrets";
import { createStorage, newObjectKey, type SignGetOptions } from "@/lib/storage";
import type { Row } from "./row";

const rounds = 5;
const roundMs = 1_000;
const credentials = { accessKeyId: "BENCHKEY", secretAccessKey: "a secret of the bench" };
const keys = Array.from({ length: 500 }, () => newObjectKey("client_001", "originals"));

/** URLs for a list of pictures, by our signer and by the SDK's, in turn. */
export async function benchSigning(): Promise<Row[]> {
  const config = parseConfig({
    ...{ STORAGE_TYPE: "s3", S3_BUCKET_NAME: "media", S3_REGION: "eu-central-1" },
    ...{ S3_ACCESS_KEY: credentials.accessKeyId, S3_SECRET_KEY: credentials.secretAccessKey },
    LOCAL_STORAGE_PATH: "/tmp/vitrine-bench-signing",
  });
  const secrets = deriveSecrets("a secret of the bench, long enough for all");
  const { current } = await createStorage({ config, secrets, log: createLog("silent") });
  const client = new S3Client({
    ...{ region: "eu-central-1", credentials },
    ...{ requestChecksumCalculation: "WHEN_REQUIRED", responseChecksumValidation: "WHEN_REQUIRED" },
  });
  const shown: SignGetOptions = {
    ...{ contentType: "image/webp", sha256: "a".repeat(64), disposition: "inline" },
    ...{ fileName: "poster.webp", signedAt: new Date(), expiresAt: new Date(Date.now() + 1.8e6) },
  };
  const upload = {
    ...{ sizeBytes: 800 * 1024 ** 2, contentType: "video/mp4", partSizeBytes: 8 * 1024 ** 2 },
    ...{ storeUploadId: "an-upload", expiresAt: new Date(Date.now() + 3.6e6) },
  };
  const numbers = Array.from({ length: 100 }, (_, index) => index + 1);

  const ours = (key: string) => current.signGet(key, shown);
  const theirs = (Key: string) => {
    const command = new GetObjectCommand({
      ...{ Bucket: "media", Key, ResponseContentType: shown.contentType },
      ResponseContentDisposition: 'inline; filename="poster.webp"',
    });
    return getSignedUrl(client, command, { expiresIn: 1800 });
  };
  const parts = async (key: string) => void (await current.signParts({ ...upload, key }, numbers));
  const measured: Record<"ours" | "parts" | "theirs", number[]> = {
    ours: [],
    parts: [],
    theirs: [],
  };
  for (let round = 0; round <= rounds; round += 1) {
    const [a, b, c] = [await perSecond(ours), await perSecond(theirs), await perSecond(parts)];
    if (round === 0) continue;
    measured.ours.push(a);
    measured.theirs.push(b);
    measured.parts.push(c * numbers.length);
  }
  const yardstick = { name: "the SDK's", value: median(measured.theirs) };
  return (["ours", "parts"] as const).map((kind) => {
    const value = median(measured[kind]);
    const name = kind === "ours" ? "signed URLs to read" : "signed URLs of parts";
    const aim = kind === "ours" ? "≥ 20,000/s" : undefined;
    const row = { name, value, unit: "/s", yardstick, ratio: value / yardstick.value };
    return { ...row, ...(aim ? { aim } : {}) };
  });
}

async function perSecond(work: (key: string) => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  let count = 0;
  while (performance.now() - begin < roundMs) {
    await work(keys[count % keys.length] ?? "");
    count += 1;
  }
  return (count * 1000) / (performance.now() - begin);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
