import { readFileSync } from "node:fs";
import { z } from "zod";

const text = z.string().min(1).optional();

/** A bucket of Google Cloud Storage. */
export const googleSettings = {
  GCS_BUCKET_NAME: text.meta({
    description: "Bucket of Google Cloud Storage; `{client}` in it makes one for each client",
    zh: "Google Cloud Storage 的存储桶；名称中的 `{client}` 表示每个客户各用一个",
  }),
  GCS_PROJECT_ID: text.meta({
    description: "Project of a bucket that is to be made; by default that of the credentials",
    zh: "创建存储桶所用的项目；默认为凭据所属项目",
  }),
  GOOGLE_APPLICATION_CREDENTIALS: text.meta({
    description:
      "Key file of a service account; without it the usual places are looked at: the user's files, the machine's account",
    zh: "服务账号的密钥文件；不设置则按 Google 的惯例查找（用户配置、机器账号）",
  }),
  GCS_LOCATION: text.meta({
    description: "Where a bucket that is made shall lie (default US)",
    zh: "新建存储桶的位置（默认 US）",
  }),
  GCS_CREATE_BUCKET: z.stringbool().default(false).meta({
    description: "Make the bucket at the start when it is not there",
    zh: "启动时若存储桶不存在则创建",
  }),
  GCS_API_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description: "Another address of Google's, such as a private one; over http an emulator",
      zh: "Google 服务的其他地址（如专用接入点）；使用 http 时视为模拟器",
    }),
};

const schema = z.object({ STORAGE_TYPE: z.string(), ...googleSettings });
type Settings = z.output<typeof schema>;

export interface GcsSettings {
  bucket: string;
  projectId: string | undefined;
  keyFile: string | undefined;
  location: string | undefined;
  createsBucket: boolean;
  apiEndpoint: string | undefined;
}

/** undefined: no bucket is named. Throws a sentence that names the variable and the cure. */
export function gcsSettingsOf(given: Settings): GcsSettings | undefined {
  const bucket = given.GCS_BUCKET_NAME;
  if (!bucket) {
    if (given.STORAGE_TYPE !== "gcs") return undefined;
    throw new Error("STORAGE_TYPE is gcs, but no bucket is named: set GCS_BUCKET_NAME");
  }
  const keyFile = given.GOOGLE_APPLICATION_CREDENTIALS;
  if (keyFile) assertKeyFile(keyFile);
  return {
    bucket,
    projectId: given.GCS_PROJECT_ID,
    keyFile,
    location: given.GCS_LOCATION,
    createsBucket: given.GCS_CREATE_BUCKET,
    apiEndpoint: given.GCS_API_ENDPOINT,
  };
}

function assertKeyFile(file: string): void {
  let content: string;
  try {
    content = readFileSync(/*turbopackIgnore: true*/ file, "utf8");
  } catch {
    throw new Error(
      `GOOGLE_APPLICATION_CREDENTIALS names a file that cannot be read: ${file}. ` +
        "Make a key for a service account in Google's console and put it there",
    );
  }
  try {
    if (typeof JSON.parse(content).type === "string") return;
  } catch {
    // Told below, without a word of what is in it.
  }
  throw new Error(
    `GOOGLE_APPLICATION_CREDENTIALS names a file that is no key of Google's: ${file}`,
  );
}
