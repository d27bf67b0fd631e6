import { createHash } from "node:crypto";
import { expect, test } from "./fake-store";

const bytes = Buffer.from("a plan of the shop");
const sha256 = createHash("sha256").update(bytes).digest("hex");

test.use({
  environment: async ({ fake }, use) =>
    use({
      ...{ STORAGE_TYPE: "s3", S3_BUCKET_NAME: "media", S3_ENDPOINT_URL: fake.endpoint },
      S3_ACCESS_KEY: fake.credentials.accessKeyId,
      S3_SECRET_KEY: fake.credentials.secretAccessKey,
      ...{ TIMEOUT_SECONDS: "2", MAX_RETRIES: "0", ENABLE_LOCAL_FALLBACK: "true" },
    }),
});

test("An administrator sees that a store is down, what waits elsewhere, and brings it home", async ({
  fake,
  home,
  manager,
  api,
}) => {
  test.setTimeout(120_000);
  const { url } = home;
  const created = await (
    await api.post(`${url}/api/v1/artifacts`, {
      data: { name: "plan.bin", sizeBytes: bytes.length },
    })
  ).json();
  fake.faults.next("*", "unavailable", 1000);
  // As an uploader does whose bytes are not taken: it asks where else they may go.
  const path = `${url}/api/v1/uploads/${created.upload.id}`;
  const { plan } = await (await api.get(path)).json();
  const target = new URL(plan.request.url, url);
  expect(target.origin).toBe(new URL(url).origin);
  const { headers } = plan.request;
  expect((await fetch(target, { method: "PUT", headers, body: bytes })).status).toBe(200);
  expect((await api.post(`${path}/complete`, { data: {} })).ok()).toBe(true);

  await manager.goto("/stores");
  const bucket = manager.getByRole("group", { name: /S3 bucket s3/ });
  await expect(bucket).toContainText("1 file (18 bytes) of this place lies elsewhere");
  await expect(manager.getByRole("group", { name: /This server's disk/ })).toContainText(
    "Takes over in an outage",
  );
  const use = manager.getByRole("group", { name: "Who uses how much" });
  await expect(use).toContainText("Other in local: 1 file, 18 bytes");
  expect(fake.bucket("media").objects.size).toBe(0);

  fake.faults.clear();
  const button = bucket.getByRole("button", { name: "Bring home now" });
  await expect(async () => {
    if (await button.isVisible()) await button.click();
    await manager.reload();
    await expect(bucket).toContainText("1 file, 18 bytes", { timeout: 2_000 });
    await expect(button).toBeHidden({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  const [object] = [...fake.bucket("media").objects.values()];
  expect(
    createHash("sha256")
      .update(object?.bytes ?? "")
      .digest("hex"),
  ).toBe(sha256);
  await expect(bucket).toContainText("1 of 1 file read again and found right");
});
