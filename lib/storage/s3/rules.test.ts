import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createLog } from "@/lib/log";
import { createS3Driver } from "../drivers/s3";
import { type FakeS3, startFakeS3 } from "../fake-s3";
import { newObjectKey } from "../object-key";

const notImplemented = { status: 501, code: "NotImplemented" };
const refused = { status: 403, code: "AccessDenied" };
let fake: FakeS3;
let told: object[];
beforeEach(async () => {
  fake = await startFakeS3();
  told = [];
});
afterEach(() => fake.stop());

function driverOf(bucket = "media", createsBucket = true) {
  const log = createLog("warn");
  log.warn = (fields: object) => void told.push(fields);
  return createS3Driver({
    ...{ backendId: "s3", endpoint: fake.endpoint, credentials: fake.credentials, log },
    ...{ region: "us-east-1", bucket, createsBucket, uploadUrlSeconds: 60, timeoutSeconds: 5 },
  });
}
const namesOf = (bucket = "media") => [...fake.bucket(bucket).settings.keys()];

it("gives a bucket the rules that it lacks, as after a process that died in between", async () => {
  await driverOf().check?.();
  expect(namesOf()).toEqual(["cors", "lifecycle"]);
  const own = "<CORSConfiguration></CORSConfiguration>";
  fake.bucket("media").settings.delete("lifecycle");
  fake.bucket("media").settings.set("cors", own);
  await driverOf().check?.();
  expect(namesOf()).toEqual(["cors", "lifecycle"]);
  expect(fake.bucket("media").settings.get("cors")).toBe(own);
  expect(told).toEqual([]);
});

it.each([notImplemented, refused])("goes on without one that the store refuses: %o", async (no) => {
  fake.faults.next("PutBucketCors", no, 10);
  const driver = driverOf("media-{client}");
  const key = newObjectKey("shop_1", "originals");
  await driver.put(key, Readable.from(["hello"]), { contentType: "text/plain", sizeBytes: 5 });
  expect(namesOf("media-shop-1")).toEqual(["lifecycle"]);
  expect(told).toEqual([{ backendId: "s3", bucket: "media-shop-1", rule: "CORS", word: no.code }]);
});

it("leaves a store alone that does not know the question", async () => {
  fake.faults.next("GetBucketCors", notImplemented, 10);
  fake.faults.next("GetBucketLifecycleConfiguration", refused, 10);
  await driverOf().check?.();
  expect(namesOf()).toEqual([]);
});

it("changes no bucket that is made by hand", async () => {
  await driverOf("media", false).check?.();
  expect(fake.seen).toEqual(["HeadBucket"]);
});
