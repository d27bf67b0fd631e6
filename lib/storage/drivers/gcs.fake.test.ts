import { afterAll, beforeAll, describe } from "vitest";
import { describeDriver } from "../driver.contract";
import { type FakeGcs, startFakeGcs } from "../fake-gcs";
import { createGcsDriver } from "./gcs";

describe("Google Cloud Storage", () => {
  let fake: FakeGcs;
  beforeAll(async () => {
    fake = await startFakeGcs("media");
  });
  afterAll(() => fake.stop());
  describeDriver("gcs", async () => {
    const { apiEndpoint, credentials } = fake;
    return createGcsDriver({
      ...{ backendId: "gcs", bucket: "media", apiEndpoint, credentials, projectId: "p" },
      ...{ createsBucket: false, uploadUrlSeconds: 3600, timeoutSeconds: 5 },
    });
  });
});
