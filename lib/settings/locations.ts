import { resolve } from "node:path";
import { z } from "zod";
import { type S3Settings, s3SettingsOf, storeSettings } from "./bucket";
import { type Delivery, deliveryOf, deliverySettings } from "./delivery";
import { type GcsSettings, gcsSettingsOf, googleSettings } from "./google";
import { wordsOf } from "./words-of";

const regionSettings = {
  STORAGE_REGION: z.string().trim().min(1).max(60).optional().meta({
    description:
      "Where the store stands, in a word of yours; sites that bear the same word are served from it when a file lies in several",
    zh: "存储所在的区域（自定义名称）；文件存有多份时，门店优先使用同名区域的存储",
  }),
};
export const placeSettings = {
  ...regionSettings,
  ...storeSettings,
  ...googleSettings,
  ...deliverySettings,
};
const schema = z.object(placeSettings);
type Settings = z.output<typeof schema>;

export const locationSettings = {
  STORAGE_LOCATIONS: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}(,[a-z][a-z0-9-]{0,30})*$/, "names in lower case, with commas")
    .optional()
    .meta({
      description:
        "More places for files, by name: for `old` every variable of a store is read as `STORAGE_OLD_…`, its kind from `STORAGE_OLD_TYPE`",
      zh: "更多存储位置的名称（逗号分隔）：例如 `old` 的各项设置写作 `STORAGE_OLD_…`，类型为 `STORAGE_OLD_TYPE`",
    }),
};

type Place =
  | { kind: "local"; root: string }
  | ({ kind: "s3" } & S3Settings)
  | ({ kind: "gcs" } & GcsSettings);

/** One place for bytes; its id is what placements name. */
export type StoreLocation = Place & {
  id: string;
  uploadUrlSeconds: number;
  partSizeBytes: number;
  timeoutSeconds: number;
  /** Where it is: no two places are the same. */
  address: string;
  /** Where it stands, in the operator's own word; `region` is what a cloud calls it. */
  placeRegion?: string | undefined;
  delivery: Delivery;
};

const kinds = ["local", "s3", "gcs"] as const;

/**
 * Every place that is configured, the one for new files first. Without a name are the disk, which
 * is always there, and a bucket of each kind. Throws a sentence that names the variable.
 */
export function locationsOf(
  environment: Record<string, string>,
  settings: Settings & { STORAGE_LOCATIONS?: string | undefined },
  dataDir: string,
): StoreLocation[] {
  const unnamed = kinds.flatMap((kind) => placeOf(kind, kind, settings, dataDir) ?? []);
  const names = settings.STORAGE_LOCATIONS?.split(",") ?? [];
  const own = ownSettings(names, environment);
  const named = names.map((name) => namedLocation(name, own.get(name) ?? {}, dataDir));
  const all = [...unnamed, ...named];
  const twice = all.find(({ id }, at) => all.findIndex((other) => other.id === id) !== at);
  if (twice) throw new Error(`STORAGE_LOCATIONS names "${twice.id}" twice: choose another name`);
  assertApart(all);
  const current = all.find(({ id }) => id === settings.STORAGE_TYPE);
  if (!current) {
    throw new Error(
      `STORAGE_TYPE is ${settings.STORAGE_TYPE}, which is no store here: ` +
        `choose ${all.map(({ id }) => id).join(", ")}, or name it in STORAGE_LOCATIONS`,
    );
  }
  // A CDN leads to one bucket: the only one, or the one that new files go to.
  const buckets = unnamed.filter(({ kind }) => kind !== "local");
  for (const bucket of buckets) {
    if (buckets.length > 1 && bucket !== current) bucket.delivery = { kind: "direct" };
  }
  return [current, ...all.filter((location) => location !== current)];
}

/** Two places that are one, or one in the other, would hold each other's files, and delete them. */
function assertApart(all: readonly StoreLocation[]): void {
  for (const [at, { id, address }] of all.entries()) {
    const same = all.slice(0, at).find((other) => other.address === address);
    if (same) {
      throw new Error(`The stores "${same.id}" and "${id}" are the same (${address}): remove one`);
    }
    const around = all.find(
      (other) => other.kind === "local" && address.startsWith(`${other.address}/`),
    );
    if (around) {
      throw new Error(
        `The store "${id}" lies in the directory of "${around.id}" (${address}): choose another LOCAL_STORAGE_PATH`,
      );
    }
  }
}

const prefixOf = (name: string) => `STORAGE_${name.toUpperCase().replaceAll("-", "_")}_`;

/** The variables of each name, without their prefix. Of `old` and `old-films` the longer one's. */
function ownSettings(names: string[], environment: Record<string, string>) {
  const own = new Map<string, Record<string, string>>();
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  for (const [variable, value] of Object.entries(environment)) {
    const name = longestFirst.find((name) => variable.startsWith(prefixOf(name)));
    if (!name) continue;
    const short = variable.slice(prefixOf(name).length);
    if (short !== "TYPE" && !(short in placeSettings)) {
      throw new Error(`${variable} is no setting of a store: see STORAGE_LOCATIONS`);
    }
    const mine = own.get(name) ?? {};
    mine[short === "TYPE" ? "STORAGE_TYPE" : short] = value;
    own.set(name, mine);
  }
  return own;
}

function namedLocation(name: string, own: Record<string, string>, dataDir: string): StoreLocation {
  const prefix = prefixOf(name);
  const kind = kinds.find((kind) => kind === own.STORAGE_TYPE);
  if (!kind) {
    throw new Error(
      `${prefix}TYPE must be one of ${kinds.join(", ")}, for STORAGE_LOCATIONS=${name}`,
    );
  }
  const parsed = schema.safeParse(own);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${prefix}${issue?.path.join(".")}: ${issue && wordsOf(issue)}`);
  }
  try {
    const place = placeOf(name, kind, parsed.data, dataDir);
    if (place) return place;
  } catch (error) {
    throw new Error(`The store "${name}" (${prefix}…): ${(error as Error).message}`);
  }
  throw new Error(`The store "${name}" (${prefix}…) is not complete`);
}

function placeOf(
  id: string,
  kind: (typeof kinds)[number],
  settings: Settings,
  dataDir: string,
): StoreLocation | undefined {
  const common = {
    id,
    uploadUrlSeconds: settings.STORAGE_SIGNED_URL_EXPIRES,
    partSizeBytes: settings.CHUNK_SIZE,
    timeoutSeconds: settings.TIMEOUT_SECONDS,
    placeRegion: settings.STORAGE_REGION,
  };
  if (kind === "local") {
    const path = settings.LOCAL_STORAGE_PATH ?? (id === "local" ? `${dataDir}/files` : undefined);
    if (!path) throw new Error("set LOCAL_STORAGE_PATH");
    const root = resolve(/*turbopackIgnore: true*/ path);
    return { ...common, kind, root, address: root, delivery: { kind: "direct" } };
  }
  const place = bucketOf(kind, settings);
  if (!place) return undefined;
  const delivery = deliveryOf(settings);
  if (delivery.kind === "cdn" && place.bucket.includes("{client}")) {
    throw new Error("CDN_BASE_URL leads to one bucket, and the bucket's name to many: remove one");
  }
  return { ...common, ...place, address: addressOf(place), delivery };
}

function addressOf(place: NonNullable<ReturnType<typeof bucketOf>>): string {
  if (place.kind === "gcs") return `gs://${place.bucket}`;
  if (place.bucketUrl) return place.bucketUrl;
  return place.endpoint ? `${place.endpoint}/${place.bucket}` : `s3://${place.bucket}`;
}

function bucketOf(kind: "s3" | "gcs", settings: Settings) {
  if (kind === "s3") {
    const s3 = s3SettingsOf(settings);
    return s3 && { ...s3, kind };
  }
  const gcs = gcsSettingsOf(settings);
  return gcs && { ...gcs, kind };
}
