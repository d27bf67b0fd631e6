import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { PutBucketPolicyCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Driver } from "../driver";
import { createS3Driver } from "../drivers/s3";
import { type FakeS3, startFakeS3 } from "../fake-s3";
import { newObjectKey } from "../object-key";
import { rgw } from "../rgw";
import { clientPolicy } from "./client-policy";
import type { S3Options } from "./options";

const client = "client_001";
const contentType = "text/plain";
let fake: FakeS3;
beforeAll(async () => {
  fake = await startFakeS3();
});
afterAll(() => fake.stop());
beforeEach(() => {
  fake.key.confinedTo = undefined;
});
const driverOf = (more: Partial<S3Options> = {}) =>
  createS3Driver({
    ...{ backendId: "s3", endpoint: fake.endpoint, credentials: fake.credentials },
    ...{ region: "us-east-1", bucket: "media", createsBucket: false },
    ...{ uploadUrlSeconds: 60, timeoutSeconds: 5, ...more },
  });

/** All that this server does, with a key that may do what the printed policy says. */
async function worksConfined(driver: Driver): Promise<void> {
  await driver.check?.(client);
  const key = newObjectKey(client, "originals");
  await expect(driver.head(key)).rejects.toMatchObject({ code: "not_found" });
  await expect(driver.get(key)).rejects.toMatchObject({ code: "not_found" });
  const expiresAt = new Date(Date.now() + 60_000);
  for (const sizeBytes of [5, 17 * 1024 ** 2]) {
    const request = { key: newObjectKey(client, "originals"), sizeBytes, contentType, expiresAt };
    const upload = { ...request, ...(await driver.openUpload(request)) };
    expect(await driver.listParts(upload)).toEqual([]);
    const reason = "upload_incomplete";
    await expect(driver.finishUpload(upload)).rejects.toMatchObject({ reason });
    await driver.abortUpload(upload);
  }
  const body = Readable.from(["hello"]);
  await driver.put(key, body, { contentType, sizeBytes: 5, onlyNew: true });
  expect(String(await buffer(await driver.get(key)))).toBe("hello");
  for await (const listed of driver.list(`${client}/`)) expect(listed.key).toBe(key);
  await driver.delete(key);
}

describe("a key that is confined to one client's files", () => {
  it("is let in and does all that is done with them", async () => {
    fake.key.confinedTo = `${client}/`;
    await worksConfined(driverOf());
  });

  it("is refused the files of others, and never told that they are not there", async () => {
    fake.key.confinedTo = "client_002/";
    await expect(driverOf().check?.(client)).rejects.toThrow(/S3_ACCESS_KEY/);
    await expect(driverOf().head(newObjectKey(client, "originals"))).rejects.toMatchObject({
      reason: "store_refused",
    });
  });

  it.skipIf(!rgw)("does so on Ceph too", async () => {
    if (!rgw) return;
    const bucket = await rgw.makeBucket();
    const { Version, Statement } = JSON.parse(
      clientPolicy({ bucket, region: "us-east-1" }, client),
    );
    const { arn, credentials } = rgw.guest;
    const granted = Statement.map((one: object) => ({ ...one, Principal: { AWS: [arn] } }));
    const Policy = JSON.stringify({ Version, Statement: granted });
    await rgw.client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }));
    const driver = createS3Driver({ ...rgw.options, bucket, credentials });
    await worksConfined(driver);
    await expect(driver.check?.("client_002")).rejects.toThrow(/S3_ACCESS_KEY/);
  });
});

it("no key at all is told with the variables, and where else was looked", async () => {
  for (const name of ["AWS_ACCESS_KEY_ID", "AWS_PROFILE"]) vi.stubEnv(name, undefined);
  vi.stubEnv("AWS_CONFIG_FILE", "/nowhere");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere");
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  const driver = driverOf({ credentials: undefined });
  await expect(driver.check?.()).rejects.toThrow(/S3_ACCESS_KEY and S3_SECRET_KEY.*role/);
  await expect(driver.head(newObjectKey(client, "originals"))).rejects.toMatchObject({
    reason: "store_refused",
  });
  vi.unstubAllEnvs();
});
