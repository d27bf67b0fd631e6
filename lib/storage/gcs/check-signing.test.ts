import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createGcsDriver } from "../drivers/gcs";
import { startFakeGcs } from "../fake-gcs";
import { checkSigning } from "./check-signing";

const origin = "https://storage.googleapis.com";
const refusing = (code: number) => async () => {
  throw Object.assign(new Error("Permission 'iam.serviceAccounts.signBlob' denied"), { code });
};

it("a machine's account that may not sign is told the role that it lacks", async () => {
  await expect(checkSigning(refusing(403), origin)).rejects.toThrow(
    /Service Account Token Creator.*GOOGLE_APPLICATION_CREDENTIALS/,
  );
});

it("a signer that only does not answer is no wrong setting", async () => {
  await expect(checkSigning(refusing(503), origin)).rejects.toMatchObject({ code: 503 });
});

it("a person's own credentials end the start with the variable, also with many buckets", async () => {
  const fake = await startFakeGcs("media");
  const directory = await mkdtemp(join(tmpdir(), "vitrine-google-"));
  const keyFile = join(directory, "mine.json");
  const secrets = { client_id: "c", client_secret: "s", refresh_token: "r" };
  await writeFile(keyFile, JSON.stringify({ type: "authorized_user", ...secrets }));
  for (const bucket of ["media", "media-{client}"]) {
    const driver = createGcsDriver({
      ...{ backendId: "gcs", bucket, projectId: "p", apiEndpoint: fake.apiEndpoint, keyFile },
      ...{ createsBucket: false, uploadUrlSeconds: 60, timeoutSeconds: 2 },
    });
    await expect(driver.check?.()).rejects.toMatchObject({
      ...{ reason: "store_settings", message: expect.stringMatching(/GOOGLE_APPLICATION_CRED/) },
    });
  }
  await rm(directory, { recursive: true });
  await fake.stop();
});
