import { type FakeS3, startFakeS3 } from "@/lib/storage/fake-s3";
import { test as stories } from "./own-servers";

export { expect } from "./own-servers";

/** A store in this process that fails when it is told to. */
export const test = stories.extend<{ fake: FakeS3; settings: Record<string, string> }>({
  settings: [{}, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names in it
  fake: async ({}, use) => {
    const fake = await startFakeS3();
    await use(fake);
    await fake.stop();
  },
  environment: ({ fake, settings }, use) =>
    use({
      ...{ STORAGE_TYPE: "s3", S3_BUCKET_NAME: "media", S3_ENDPOINT_URL: fake.endpoint },
      S3_ACCESS_KEY: fake.credentials.accessKeyId,
      S3_SECRET_KEY: fake.credentials.secretAccessKey,
      TIMEOUT_SECONDS: "2",
      ...settings,
    }),
});
