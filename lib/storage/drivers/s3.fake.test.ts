import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeDriver } from "../driver.contract";
import { type FakeS3, startFakeS3 } from "../fake-s3";
import type { FakeProfile } from "../fake-s3/profiles";
import type { StoreName } from "../store-profile";
import { createS3Driver } from "./s3";

function driverOf({ endpoint, credentials }: FakeS3, store: StoreName) {
  return createS3Driver({
    ...{ backendId: "s3", endpoint, credentials, store, region: "eu-central-1" },
    ...{ bucket: "media", createsBucket: false, uploadUrlSeconds: 3600, timeoutSeconds: 5 },
  });
}

const stores: [FakeProfile, StoreName][] = [
  ["plain", "other"],
  ["plain", "aws"],
  ["oss", "oss"],
  ["b2", "b2"],
  ["r2", "r2"],
];

describe("on a store that is reached by the bucket's own domain", () => {
  let fake: FakeS3;
  beforeAll(async () => {
    fake = await startFakeS3("oss");
  });
  afterAll(() => fake.stop());
  describeDriver("s3 (domain)", async () => {
    const bucketUrl = fake.endpoint.replace("localhost", "media.localhost");
    const { credentials } = fake;
    return createS3Driver({
      ...{ backendId: "s3", bucketUrl, credentials, store: "oss", region: "cn-hangzhou" },
      ...{ endpoint: "http://127.0.0.1:9", bucket: "media", createsBucket: false },
      ...{ uploadUrlSeconds: 3600, timeoutSeconds: 5 },
    });
  });
});

describe.each(stores)("on a store that is %s, taken for %s", (profile, store) => {
  let fake: FakeS3;
  beforeAll(async () => {
    fake = await startFakeS3(profile);
  });
  afterAll(() => fake.stop());
  describeDriver(`s3 (${store})`, async () => driverOf(fake, store));

  it("signs URLs without checksums of bytes that nobody has yet", async () => {
    const driver = driverOf(fake, store);
    const request = {
      key: "client_001/originals/01a21ad7-08d5-75a8-8738-a8765802edda",
      sizeBytes: 20_000_000,
      contentType: "video/mp4",
      expiresAt: new Date(Date.now() + 60_000),
    };
    const upload = { ...request, ...(await driver.openUpload(request)) };
    const urls = [
      (await driver.signPut({ ...upload, sizeBytes: 5 })).url,
      ...(await driver.signParts(upload, [1, 2])).map(({ url }) => url),
      await driver.signGet(request.key, {
        ...{ contentType: "video/mp4", sha256: "a".repeat(64), disposition: "inline" },
        ...{ fileName: "a.mp4", signedAt: new Date(), expiresAt: request.expiresAt },
      }),
    ];
    for (const url of urls) expect(url).not.toMatch(/checksum/i);
  });
});
