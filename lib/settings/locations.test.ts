import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseConfig } from "@/lib/config";

const stores = (environment: Record<string, string>) => parseConfig(environment).stores;
const ids = (environment: Record<string, string>) => stores(environment).map(({ id }) => id);
const bucket = { S3_BUCKET_NAME: "media", S3_ACCESS_KEY: "key", S3_SECRET_KEY: "secret" };
const old = { STORAGE_LOCATIONS: "old", STORAGE_OLD_TYPE: "s3", STORAGE_OLD_S3_BUCKET: "attic" };

describe("where files lie", () => {
  it("is the disk alone, unless a bucket is named; the place for new files comes first", () => {
    expect(ids({})).toEqual(["local"]);
    expect(ids(bucket)).toEqual(["local", "s3"]);
    expect(ids({ ...bucket, STORAGE_TYPE: "s3" })).toEqual(["s3", "local"]);
    const google = { GCS_BUCKET_NAME: "media", STORAGE_TYPE: "gcs" };
    expect(ids({ ...bucket, ...google })).toEqual(["gcs", "local", "s3"]);
  });

  it("is never one place inside another", () => {
    const inside = {
      STORAGE_IN_TYPE: "local",
      STORAGE_IN_LOCAL_STORAGE_PATH: "/srv/media/objects/in",
    };
    expect(() =>
      ids({ LOCAL_STORAGE_PATH: "/srv/media", STORAGE_LOCATIONS: "in", ...inside }),
    ).toThrow(/"in" lies in the directory of "local".*LOCAL_STORAGE_PATH/);
    const beside = { ...inside, STORAGE_IN_LOCAL_STORAGE_PATH: "/srv/media-2" };
    expect(ids({ LOCAL_STORAGE_PATH: "/srv/media", STORAGE_LOCATIONS: "in", ...beside })).toEqual([
      ...["local", "in"],
    ]);
  });

  it("takes the names that people have set already", () => {
    const [s3] = stores({
      ...{ STORAGE_TYPE: "s3", S3_BUCKET: "media", AWS_DEFAULT_REGION: "eu-west-1" },
      ...{ AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret", AWS_SESSION_TOKEN: "token" },
    });
    expect(s3).toMatchObject({
      ...{ kind: "s3", bucket: "media", region: "eu-west-1" },
      credentials: { accessKeyId: "key", secretAccessKey: "secret", sessionToken: "token" },
    });
  });

  it("is in several places at once, each with its own settings", () => {
    const all = stores({
      ...{ ...bucket, ...old, STORAGE_TYPE: "old", CHUNK_SIZE: String(16 * 1024 ** 2) },
      ...{ STORAGE_LOCATIONS: "old,old-disk", STORAGE_OLD_S3_ENDPOINT_URL: "http://10.0.0.9:9000" },
      ...{ STORAGE_OLD_DISK_TYPE: "local", STORAGE_OLD_DISK_LOCAL_STORAGE_PATH: "/srv/media" },
    });
    expect(all.map(({ id }) => id)).toEqual(["old", "local", "s3", "old-disk"]);
    expect(all[0]).toMatchObject({ kind: "s3", bucket: "attic", endpoint: "http://10.0.0.9:9000" });
    expect(all[0]?.partSizeBytes).toBe(8 * 1024 ** 2);
    expect(all[2]?.partSizeBytes).toBe(16 * 1024 ** 2);
    expect(all[3]).toMatchObject({ kind: "local", root: "/srv/media" });
  });

  it("knows where each stands in the operator's word, beside what a cloud calls it", () => {
    const all = stores({
      ...{ ...bucket, S3_REGION: "eu-west-1", STORAGE_REGION: "north" },
      ...{ ...old, STORAGE_OLD_STORAGE_REGION: "south" },
    });
    expect(all.map(({ id, placeRegion }) => [id, placeRegion])).toEqual([
      ["local", "north"],
      ["s3", "north"],
      ["old", "south"],
    ]);
    expect(all[1]).toMatchObject({ region: "eu-west-1" });
    expect(stores(bucket).map(({ placeRegion }) => placeRegion)).toEqual([undefined, undefined]);
  });

  it.each<[string, Record<string, string>, string]>([
    ["no bucket", { STORAGE_TYPE: "s3" }, "set S3_BUCKET_NAME"],
    ["no bucket of Google's", { STORAGE_TYPE: "gcs" }, "set GCS_BUCKET_NAME"],
    [
      "a key file that is not there",
      { GCS_BUCKET_NAME: "media", GOOGLE_APPLICATION_CREDENTIALS: "/nowhere.json" },
      "GOOGLE_APPLICATION_CREDENTIALS names a file that cannot be read",
    ],
    [
      "a key file that is none",
      { GCS_BUCKET_NAME: "media", GOOGLE_APPLICATION_CREDENTIALS: "README.md" },
      "no key of Google's",
    ],
    ["no such place", { STORAGE_TYPE: "tape" }, "choose local, or name it in STORAGE_LOCATIONS"],
    ["half a key", { ...bucket, S3_SECRET_KEY: "" }, "set S3_SECRET_KEY"],
    [
      "two buckets",
      { ...bucket, S3_BUCKET: "other" },
      "S3_BUCKET_NAME and S3_BUCKET say different",
    ],
    ["no address", { ...bucket, S3_ENDPOINT_URL: "minio:9000" }, "S3_ENDPOINT_URL"],
    ["tiny parts", { CHUNK_SIZE: "1024" }, "CHUNK_SIZE"],
    ["no kind", { STORAGE_LOCATIONS: "old" }, "STORAGE_OLD_TYPE must be one of"],
    ["a typing error", { ...old, STORAGE_OLD_S3_BUKET: "x" }, "STORAGE_OLD_S3_BUKET is no setting"],
    ["no path", { STORAGE_LOCATIONS: "b", STORAGE_B_TYPE: "local" }, "set LOCAL_STORAGE_PATH"],
    ["a bad value", { ...old, STORAGE_OLD_CHUNK_SIZE: "1" }, "STORAGE_OLD_CHUNK_SIZE"],
    ["a taken name", { STORAGE_LOCATIONS: "local", STORAGE_LOCAL_TYPE: "s3" }, "local"],
    ["a bad name", { STORAGE_LOCATIONS: "Old Disk" }, "STORAGE_LOCATIONS"],
  ])("with %s says what to change", (_, environment, words) => {
    expect(() => stores(environment)).toThrow(words);
  });
});

describe("how a bucket's bytes travel", () => {
  const cdn = { ...bucket, CDN_BASE_URL: "https://media.example.com/" };
  const pem = generateKeyPairSync("rsa", { modulusLength: 2048 })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
  const deliveryOf = (environment: Record<string, string>) => stores(environment)[1]?.delivery;

  it("is straight, through this server, or by a CDN", () => {
    expect(deliveryOf(bucket)).toEqual({ kind: "direct" });
    expect(deliveryOf({ ...bucket, MEDIA_DELIVERY: "proxy" })).toEqual({ kind: "proxy" });
    const baseUrl = "https://media.example.com";
    expect(deliveryOf(cdn)).toEqual({ kind: "cdn", baseUrl, signing: undefined });
  });

  it("takes CloudFront's key in one line, or from a file", () => {
    const signing = { keyPairId: "K1", privateKey: pem };
    const named = { ...cdn, CLOUDFRONT_KEY_PAIR_ID: "K1" };
    const oneLine = pem.replaceAll("\n", "\\n");
    expect(deliveryOf({ ...named, CLOUDFRONT_PRIVATE_KEY: oneLine })).toMatchObject({ signing });
    const directory = mkdtempSync(join(tmpdir(), "vitrine-key-"));
    writeFileSync(join(directory, "key.pem"), pem);
    const file = { ...named, CLOUDFRONT_PRIVATE_KEY_FILE: join(directory, "key.pem") };
    expect(deliveryOf(file)).toMatchObject({ signing });
    rmSync(directory, { recursive: true });
    expect(() => stores(file)).toThrow("CLOUDFRONT_PRIVATE_KEY_FILE names a file that cannot");
  });

  it.each<[string, Record<string, string>, string]>([
    ["both", { ...cdn, MEDIA_DELIVERY: "proxy" }, "remove one of them"],
    ["a key alone", { ...cdn, CLOUDFRONT_PRIVATE_KEY: pem }, "set CLOUDFRONT_KEY_PAIR_ID"],
    ["an id alone", { ...cdn, CLOUDFRONT_KEY_PAIR_ID: "K1" }, "set CLOUDFRONT_PRIVATE_KEY"],
    [
      "no key",
      { ...cdn, CLOUDFRONT_KEY_PAIR_ID: "K1", CLOUDFRONT_PRIVATE_KEY: "x" },
      "no private key in PEM",
    ],
    ["a bucket for each client", { ...cdn, S3_BUCKET_NAME: "media-{client}" }, "to many"],
  ])("with %s says what to change", (_, environment, words) => {
    expect(() => stores(environment)).toThrow(words);
  });
});
