import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import {
  GetBucketCorsCommand,
  GetBucketLifecycleConfigurationCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { createS3Driver } from "../drivers/s3";
import { startFakeS3 } from "../fake-s3";
import { newObjectKey } from "../object-key";
import { rgw } from "../rgw";
import { sendBySignedUrl } from "../send-by-signed-url";

interface Place {
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

function driverOn(place: Place, bucket: string, createsBucket: boolean) {
  return createS3Driver({
    ...{ ...place, backendId: "s3", region: "us-east-1", bucket, createsBucket },
    ...{ store: "other", uploadUrlSeconds: 60, timeoutSeconds: 10 },
  });
}

async function rulesOf({ endpoint, credentials }: Place, Bucket: string) {
  const client = new S3Client({ endpoint, credentials, region: "us-east-1", forcePathStyle: true });
  const { CORSRules = [] } = await client.send(new GetBucketCorsCommand({ Bucket }));
  const { Rules = [] } = await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  return {
    exposed: CORSRules[0]?.ExposeHeaders,
    abortAfterDays: Rules[0]?.AbortIncompleteMultipartUpload?.DaysAfterInitiation,
  };
}

describe.skipIf(!rgw)("a bucket that is not there, on Ceph", () => {
  const place = rgw?.options as Place;

  it("is made for each client, before its first bytes, where each has its own", async () => {
    const run = randomUUID().slice(0, 8);
    const driver = driverOn(place, `media-{client}-${run}`, true);
    const key = newObjectKey("shop_1", "originals");
    const stored = await driver.put(key, Readable.from(["hello"]), { contentType: "text/plain" });
    expect(stored.sizeBytes).toBe(5);
    expect(await rulesOf(place, `media-shop-1-${run}`)).toMatchObject({ abortAfterDays: 7 });
    const expiresAt = new Date(Date.now() + 60_000);
    const request = { key: newObjectKey("shop_2", "originals"), sizeBytes: 5, expiresAt };
    const upload = { ...request, contentType: "text/plain" };
    const opened = { ...upload, ...(await driver.openUpload(upload)) };
    await sendBySignedUrl(driver, opened, 1, Readable.from(["hello"]));
    expect(await driver.finishUpload(opened)).toEqual({ sizeBytes: 5 });
    const listed = [];
    for await (const object of driver.list("shop_2/")) listed.push(object.key);
    expect(listed).toEqual([request.key]);
  });

  it("ends the start with the variable and the cure", async () => {
    const driver = driverOn(place, `none-${randomUUID()}`, false);
    await expect(driver.check?.()).rejects.toThrow(/S3_BUCKET_NAME.*S3_CREATE_BUCKET=true/);
  });

  it("is not made again where files were recorded in it", async () => {
    const driver = driverOn(place, `gone-${randomUUID()}`, true);
    const check = () => driver.check?.(undefined, { mayCreate: false });
    for (const _ of [1, 2]) await expect(check()).rejects.toThrow(/is gone from .*S3_BUCKET_NAME/);
  });

  it("tells the variable when its name cannot be one", async () => {
    await expect(driverOn(place, "t1", true).check?.()).rejects.toThrow(
      /"t1" cannot be made: InvalidBucketName.*S3_BUCKET_NAME/,
    );
  });

  it("is made on request, with what browsers and a tidy store need", async () => {
    const bucket = `made-${randomUUID()}`;
    const driver = driverOn(place, bucket, true);
    await driver.check?.();
    await driver.check?.();
    expect(await rulesOf(place, bucket)).toEqual({
      exposed: expect.arrayContaining(["ETag"]),
      abortAfterDays: 7,
    });
  });
});

it("names the address that does not exist", async () => {
  const fake = await startFakeS3();
  const driver = driverOn({ ...fake, endpoint: "http://no-such-host.invalid" }, "media", false);
  await expect(driver.check?.()).rejects.toThrow(/S3_ENDPOINT_URL/);
  await fake.stop();
});
