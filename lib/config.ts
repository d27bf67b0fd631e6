import { resolve } from "node:path";
import { z } from "zod";
import { type LayerOptions, layerSettings, layersOf } from "./settings/layers";
import {
  locationSettings,
  locationsOf,
  placeSettings,
  type StoreLocation,
} from "./settings/locations";
import { wordsOf } from "./settings/words-of";

export type { Delivery } from "./settings/delivery";
export type { LayerOptions } from "./settings/layers";
export type { StoreLocation } from "./settings/locations";

const port = z.coerce.number().int().min(0).max(65_535);

/** Every setting, with the sentences that the READMEs' tables show. */
export const configSchema = z.object({
  PORT: port.default(3000).meta({
    description: "Port of the web server (0: any free one)",
    zh: "网页服务端口（0 表示任选空闲端口）",
  }),
  HOST: z
    .string()
    .min(1)
    .default("0.0.0.0")
    .meta({ description: "Address to listen on", zh: "监听地址" }),
  ROLE: z.enum(["all", "web", "worker"]).default("all").meta({
    description: "What this process does: serve, run jobs, or both",
    zh: "本进程的职责：提供服务、执行任务，或两者都做",
  }),
  DATA_DIR: z.string().min(1).default("./data").meta({
    description: "Directory of the embedded Postgres, the secrets and the local store",
    zh: "内置 Postgres、密钥和本地存储所在目录",
  }),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .meta({
      description: "Use this Postgres; without it an embedded one is started in DATA_DIR",
      zh: "使用这个 Postgres；不设置则在 DATA_DIR 中启动内置的",
    }),
  DATABASE_POOL_SIZE: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(10)
    .meta({ description: "Database connections per process", zh: "每个进程的数据库连接数" }),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description: "Address people use, when it is not the one each request names",
      zh: "用户使用的地址（与请求中的地址不同时设置）",
    }),
  MEDIA_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description: "A second address of this server that only media are served from",
      zh: "本服务器的另一个地址，只用来提供媒体文件",
    }),
  AUTH_SECRET: z.string().min(32).optional().meta({
    description: "Signs sessions and URLs; without it one is kept in DATA_DIR",
    zh: "用于签名会话和链接；不设置则保存在 DATA_DIR 中",
  }),
  TRUST_PROXY: z.enum(["none", "loopback", "private"]).default("loopback").meta({
    description:
      "Whose x-forwarded-for, -proto and -host are believed: nobody's, of proxies on this machine, or of any private address",
    zh: "采信谁发来的 x-forwarded-for、-proto 和 -host：none 不采信，loopback 仅本机代理，private 任何内网地址",
  }),
  CLIENT_ID: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/)
    .default("client_001")
    .meta({ description: "Id of the first client", zh: "第一个客户的编号" }),
  CLIENT_NAME: z.string().min(1).max(120).optional().meta({
    description: "Name of the first client; without it the first-run page asks",
    zh: "第一个客户的名称；不设置则在首次使用页面填写",
  }),
  ...placeSettings,
  ...locationSettings,
  ...layerSettings,
  MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(20 * 1024 ** 3)
    .meta({ description: "Largest file accepted, in bytes", zh: "允许的最大文件（字节）" }),
  IMPORT_ALLOW_PRIVATE: z.stringbool().default(false).meta({
    description:
      "Let links lead to private addresses too (closed networks); by default only to the public internet",
    zh: "是否允许通过链接添加时访问内网地址（用于封闭网络）；默认只允许公网地址",
  }),
  FFMPEG_PATH: z.string().optional().meta({
    description: "ffmpeg, when it is not on PATH; `off` does without",
    zh: "ffmpeg 不在 PATH 中时的路径；`off` 表示不使用",
  }),
  FFPROBE_PATH: z.string().optional().meta({
    description: "ffprobe, when it is not on PATH; `off` does without",
    zh: "ffprobe 不在 PATH 中时的路径；`off` 表示不使用",
  }),
  JOB_CONCURRENCY: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(2)
    .meta({ description: "Jobs at the same time per process", zh: "每个进程同时执行的任务数" }),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .meta({ description: "Least severe line that is logged", zh: "记录的最低日志级别" }),
});

type Environment = z.output<typeof configSchema>;

export interface Config extends Environment {
  dataDir: string;
  /** Where files may lie, the place for new ones first. */
  stores: StoreLocation[];
  layers: LayerOptions;
}

/** Parses the environment; throws one error that names every bad variable. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value?.trim()) given[name] = value;
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `  ${issue.path.join(".")}: ${wordsOf(issue)}`,
    );
    throw new Error(`The configuration is not valid:\n${lines.join("\n")}`);
  }
  // Next's bundler would take a computed path for files to ship.
  const dataDir = resolve(/*turbopackIgnore: true*/ parsed.data.DATA_DIR);
  const stores = locationsOf(given, parsed.data, dataDir);
  return { ...parsed.data, dataDir, stores, layers: layersOf(parsed.data, stores) };
}

let parsed: Config | undefined;

/** The process's configuration, parsed on first use, so that a build needs none. */
export function config(): Config {
  parsed ??= parseConfig(process.env);
  return parsed;
}

/** next-auth reads this from the environment alone: every request names its own address. */
export function letRequestsNameTheHost(): void {
  process.env.AUTH_TRUST_HOST = "true";
  delete process.env.NEXTAUTH_URL;
}

/** React and Next choose their build by it, so it is set before either is loaded. */
export function setNodeEnvironment(mode: "production" | "development"): void {
  Object.assign(process.env, {
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: "1",
    // The SDK's versions are locked; which Node the next ones want is nothing to tell an operator.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  });
}

export function startedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}
