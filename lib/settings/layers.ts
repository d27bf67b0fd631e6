import { z } from "zod";

const mebibyte = 1024 ** 2;
/** A pebibyte: beyond that somebody has given bytes. */
const mostMebibytes = 1024 ** 3;

/** What is done between this server and the places for files. */
export const layerSettings = {
  MAX_RETRIES: z.coerce.number().int().min(0).max(20).default(3).meta({
    description: "How often a store that does not answer is asked again, with growing pauses",
    zh: "存储服务无响应时的重试次数（间隔逐次加长）",
  }),
  ENABLE_LOCAL_FALLBACK: z.stringbool().default(false).meta({
    description:
      "While the store is down, take new files on the local disk, and bring them home when it is back",
    zh: "存储服务中断时把新文件先存到本地磁盘，恢复后自动搬回",
  }),
  STORAGE_REPLICA: z.string().min(1).optional().meta({
    description:
      "A second place that gets a copy of every file; what the first one cannot give comes from there",
    zh: "第二存储位置：每个文件都会再存一份；第一存储无法提供时从这里读取",
  }),
  ENABLE_COMPRESSION: z.stringbool().default(false).meta({
    description:
      "Keep text (scripts, JSON, SVG, subtitles) compressed; such files pass through this server",
    zh: "压缩保存文本类文件（脚本、JSON、SVG、字幕）；这类文件经由本服务器传输",
  }),
  COMPRESSION_THRESHOLD_BYTES: z.coerce.number().int().min(0).default(1024).meta({
    description: "Texts below this size stay as they are",
    zh: "小于此大小（字节）的文本不压缩",
  }),
  ENABLE_ENCRYPTION: z.stringbool().default(false).meta({
    description:
      "Encrypt new files at rest (AES-256-GCM, a key for each client); they pass through this server",
    zh: "对新文件加密存储（AES-256-GCM，每个客户单独密钥）；文件经由本服务器传输",
  }),
  ENCRYPTION_KEY: z.string().min(1).optional().meta({
    description:
      "Master key that the clients' keys are wrapped with: 32 bytes in base64 or hex (`openssl rand -base64 32`). Without it encrypted files are lost",
    zh: "用于加密各客户密钥的主密钥：32 字节的 base64 或十六进制（`openssl rand -base64 32`）。丢失后加密文件将无法读取",
  }),
  ENCRYPTION_KEY_PREVIOUS: z.string().min(1).optional().meta({
    description: "The former master key, while keys are wrapped anew with ENCRYPTION_KEY",
    zh: "更换主密钥时填写旧的主密钥，直到全部密钥改用 ENCRYPTION_KEY",
  }),
  ENABLE_CACHE: z.stringbool().default(false).meta({
    description: "Keep small files that pass through this server in its memory",
    zh: "在内存中缓存经由本服务器传输的小文件",
  }),
  CACHE_TTL_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .default(3600)
    .meta({ description: "How long they stay there", zh: "缓存保留时间（秒）" }),
  MAX_CACHE_SIZE_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostMebibytes)
    .default(128)
    .meta({ description: "How much memory they may take, in MiB", zh: "内存缓存上限（MiB）" }),
  MAX_DISK_CACHE_SIZE_MB: z.coerce.number().int().min(0).max(mostMebibytes).default(0).meta({
    description:
      "How much of this machine's disk copies of media may take that pass through it often, in MiB (0: none)",
    zh: "常用媒体文件在本机磁盘上的缓存上限（MiB，0 表示不缓存）",
  }),
  SCRUB_MB_PER_SECOND: z.coerce.number().min(0).default(2).meta({
    description:
      "How fast stored files are read again to find damage, in MiB per second (0: never)",
    zh: "后台校验已存文件的读取速度（MiB/秒，0 表示不校验）",
  }),
};

const schema = z.object(layerSettings);
type Settings = z.output<typeof schema>;

/** What the layers are made by. */
export interface LayerOptions {
  maxRetries: number;
  hasFallback: boolean;
  replicaId: string | undefined;
  compression: { thresholdBytes: number } | undefined;
  isEncrypted: boolean;
  /** The present one first; none: nothing was ever encrypted here. */
  masterKeys: readonly Buffer[];
  memoryCache: { maxBytes: number; ttlMs: number } | undefined;
  diskCacheBytes: number;
  scrubBytesPerSecond: number;
}

/** Throws a sentence that names the variable and the cure. */
export function layersOf(settings: Settings, stores: readonly { id: string }[]): LayerOptions {
  const { STORAGE_REPLICA: replicaId } = settings;
  const [current] = stores;
  if (replicaId !== undefined && !stores.some(({ id }) => id === replicaId)) {
    throw new Error(
      `STORAGE_REPLICA is ${replicaId}, which is no store here: ` +
        `choose ${stores.map(({ id }) => id).join(", ")}, or name it in STORAGE_LOCATIONS`,
    );
  }
  if (replicaId !== undefined && replicaId === current?.id) {
    throw new Error(`STORAGE_REPLICA is ${replicaId}, where new files go already: choose another`);
  }
  const masterKeys = [
    masterKey("ENCRYPTION_KEY", settings.ENCRYPTION_KEY),
    masterKey("ENCRYPTION_KEY_PREVIOUS", settings.ENCRYPTION_KEY_PREVIOUS),
  ].filter((key) => key !== undefined);
  if (settings.ENCRYPTION_KEY_PREVIOUS !== undefined && settings.ENCRYPTION_KEY === undefined) {
    throw new Error(
      "ENCRYPTION_KEY_PREVIOUS is set, but not the key after it: set ENCRYPTION_KEY, " +
        "or keep the former key there",
    );
  }
  if (settings.ENABLE_ENCRYPTION && settings.ENCRYPTION_KEY === undefined) {
    throw new Error(
      "ENABLE_ENCRYPTION is on, but there is no key: set ENCRYPTION_KEY (openssl rand -base64 32), " +
        "and keep a copy of it elsewhere",
    );
  }
  return {
    maxRetries: settings.MAX_RETRIES,
    hasFallback: settings.ENABLE_LOCAL_FALLBACK && current?.id !== "local",
    replicaId,
    compression: settings.ENABLE_COMPRESSION
      ? { thresholdBytes: settings.COMPRESSION_THRESHOLD_BYTES }
      : undefined,
    isEncrypted: settings.ENABLE_ENCRYPTION,
    masterKeys,
    memoryCache: settings.ENABLE_CACHE
      ? {
          maxBytes: settings.MAX_CACHE_SIZE_MB * mebibyte,
          ttlMs: settings.CACHE_TTL_SECONDS * 1000,
        }
      : undefined,
    diskCacheBytes: settings.MAX_DISK_CACHE_SIZE_MB * mebibyte,
    scrubBytesPerSecond: settings.SCRUB_MB_PER_SECOND * mebibyte,
  };
}

function masterKey(name: string, given: string | undefined): Buffer | undefined {
  if (given === undefined) return undefined;
  // A key that was made into a file ends with a line.
  const text = given.trim();
  if (/^[0-9a-fA-F]{64}$/.test(text)) return Buffer.from(text, "hex");
  // Buffer passes over what is no base64, and the key would be another than was meant.
  const bytes = Buffer.from(text, "base64");
  const isWhole = /^[A-Za-z0-9+/_-]{43}=?$/.test(text);
  if (isWhole && bytes.length === 32) return bytes;
  throw new Error(`${name} must be 32 bytes in base64 or hex: make one by openssl rand -base64 32`);
}
