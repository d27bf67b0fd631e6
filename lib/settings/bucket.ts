import { z } from "zod";

const text = z.string().min(1).optional();
const url = z.url({ protocol: /^https?$/ }).optional();
const mebibyte = 1024 ** 2;

/** Where files are kept. Several names for one thing are those that people have set already. */
export const storeSettings = {
  STORAGE_TYPE: z.string().min(1).default("local").meta({
    description:
      "Where new files go: `local`, `s3`, `gcs`, or a name of STORAGE_LOCATIONS; files that lie elsewhere stay there and go on playing",
    zh: "新文件存放在哪里：`local`、`s3`、`gcs` 或 STORAGE_LOCATIONS 中的名称；已存放在别处的文件保持原位，照常播放",
  }),
  LOCAL_STORAGE_PATH: text.meta({
    description: "Directory of uploaded files (default DATA_DIR/files)",
    zh: "上传文件的目录（默认 DATA_DIR/files）",
  }),
  S3_BUCKET_NAME: text.meta({
    description:
      "Bucket of Amazon S3 or of a store that speaks S3; `{client}` in it makes one for each client",
    zh: "Amazon S3 或兼容存储的存储桶；名称中的 `{client}` 表示每个客户各用一个",
  }),
  S3_BUCKET: text.meta({ description: "The same", zh: "同上" }),
  S3_ENDPOINT_URL: url.meta({
    description: "Address of the store; without it Amazon's own for the region",
    zh: "存储服务的地址；不设置则使用该区域的 Amazon S3",
  }),
  S3_PUBLIC_ENDPOINT_URL: url.meta({
    description: "Address of the same store for browsers and screens, when theirs is another one",
    zh: "浏览器和屏幕访问同一存储时使用的地址（与服务器不同时设置）",
  }),
  S3_BUCKET_URL: url.meta({
    description:
      "Address that leads to the bucket itself, such as a domain of your own that Aliyun OSS wants",
    zh: "直接指向该存储桶的地址，例如阿里云 OSS 要求绑定的自有域名",
  }),
  S3_REGION: text.meta({
    description: "Region of the bucket (default us-east-1)",
    zh: "存储桶所在区域（默认 us-east-1）",
  }),
  AWS_DEFAULT_REGION: text.meta({ description: "The same", zh: "同上" }),
  S3_ACCESS_KEY: text.meta({
    description:
      "Key to the store; without one the usual AWS places are looked at: shared files, the machine's role",
    zh: "存储的访问密钥 ID；不设置则按 AWS 的惯例查找（共享配置文件、机器角色）",
  }),
  AWS_ACCESS_KEY_ID: text.meta({ description: "The same", zh: "同上" }),
  S3_SECRET_KEY: text.meta({
    description: "Secret of that key",
    zh: "该密钥对应的私密密钥",
  }),
  AWS_SECRET_ACCESS_KEY: text.meta({ description: "The same", zh: "同上" }),
  AWS_SESSION_TOKEN: text.meta({
    description: "Of temporary keys",
    zh: "临时密钥的会话令牌",
  }),
  S3_FORCE_PATH_STYLE: z.stringbool().optional().meta({
    description: "Bucket in the path instead of the host; by default as the store wants it",
    zh: "存储桶写在路径中而不是主机名中；默认按存储服务的要求",
  }),
  S3_CREATE_BUCKET: z.stringbool().default(false).meta({
    description: "Make the bucket at the start when it is not there",
    zh: "启动时若存储桶不存在则创建",
  }),
  STORAGE_SIGNED_URL_EXPIRES: z.coerce
    .number()
    .int()
    .min(60)
    .max(604_800)
    .default(3600)
    .meta({ description: "Life of an upload's URLs, in seconds", zh: "上传地址的有效期（秒）" }),
  CHUNK_SIZE: z.coerce
    .number()
    .int()
    .min(5 * mebibyte)
    .max(64 * mebibyte)
    .default(8 * mebibyte)
    .meta({
      description: "Bytes of a part of a large upload; more where 10,000 parts do not suffice",
      zh: "大文件分片上传时每片的字节数；一万片不够时自动加大",
    }),
  TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(600).default(30).meta({
    description: "How long a store may stay silent",
    zh: "存储服务无响应的等待时间（秒）",
  }),
};

const schema = z.object(storeSettings);
type Settings = z.output<typeof schema>;

export interface S3Settings {
  bucket: string;
  endpoint: string | undefined;
  publicEndpoint: string | undefined;
  bucketUrl: string | undefined;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | undefined;
  pathStyle: boolean | undefined;
  createsBucket: boolean;
}

/** undefined: no bucket is named. Throws a sentence that names the variable and the cure. */
export function s3SettingsOf(given: Settings): S3Settings | undefined {
  const bucket = one(given, "S3_BUCKET_NAME", "S3_BUCKET");
  if (!bucket) {
    if (given.STORAGE_TYPE !== "s3") return undefined;
    throw new Error("STORAGE_TYPE is s3, but no bucket is named: set S3_BUCKET_NAME");
  }
  const accessKeyId = one(given, "S3_ACCESS_KEY", "AWS_ACCESS_KEY_ID");
  const secretAccessKey = one(given, "S3_SECRET_KEY", "AWS_SECRET_ACCESS_KEY");
  if (accessKeyId && !secretAccessKey) {
    throw new Error("S3_ACCESS_KEY is set without its secret: set S3_SECRET_KEY too");
  }
  if (secretAccessKey && !accessKeyId) {
    throw new Error("S3_SECRET_KEY is set without its key: set S3_ACCESS_KEY too");
  }
  if (given.S3_BUCKET_URL && bucket.includes("{client}")) {
    throw new Error("S3_BUCKET_URL leads to one bucket, S3_BUCKET_NAME names many: remove one");
  }
  const token = given.AWS_SESSION_TOKEN;
  return {
    bucket,
    endpoint: given.S3_ENDPOINT_URL,
    publicEndpoint: given.S3_PUBLIC_ENDPOINT_URL,
    bucketUrl: given.S3_BUCKET_URL?.replace(/\/+$/, ""),
    region: one(given, "S3_REGION", "AWS_DEFAULT_REGION") ?? "us-east-1",
    credentials:
      accessKeyId && secretAccessKey
        ? { accessKeyId, secretAccessKey, ...(token ? { sessionToken: token } : {}) }
        : undefined,
    pathStyle: given.S3_FORCE_PATH_STYLE,
    createsBucket: given.S3_CREATE_BUCKET,
  };
}

/** What either name says; two that differ are a mistake that nobody would find. */
function one(given: Settings, name: keyof Settings, alias: keyof Settings): string | undefined {
  const [first, second] = [given[name], given[alias]];
  if (first !== undefined && second !== undefined && first !== second) {
    throw new Error(`${name} and ${alias} say different things: remove one of them`);
  }
  const said = first ?? second;
  return said === undefined ? undefined : String(said);
}
