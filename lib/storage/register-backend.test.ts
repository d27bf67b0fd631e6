import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { v4 as uuid } from "uuid";
import { afterAll, expect, it } from "vitest";
import { testClient, testRuntime, testSecrets } from "@/lib/testing";
import { createLocalDriver } from "./drivers/local";
import { createMemoryDriver } from "./drivers/memory";
import { newObjectKey } from "./object-key";
import { registerBackend } from "./register-backend";

const roots: string[] = [];
afterAll(async () => {
  for (const root of roots) await rm(root, { recursive: true, force: true });
});

it("lets processes share a disk, and refuses one with another disk of the same name", async () => {
  const { db } = await testRuntime();
  const backendId = `local-${uuid()}`;
  const open = async (root: string) =>
    createLocalDriver(testSecrets, { root, backendId, uploadUrlSeconds: 60 });
  for (const _ of [1, 2]) roots.push(await mkdtemp(join(tmpdir(), "vitrine-disk-")));
  const [shared = "", other = ""] = roots;
  await db.backend.create({ data: { id: backendId, kind: "local", profile: { made: "before" } } });
  await registerBackend(db, await open(shared), shared);
  await registerBackend(db, await open(shared), shared);
  await expect(registerBackend(db, await open(other), other)).rejects.toThrow(".vitrine-store");
  const row = await db.backend.findUniqueOrThrow({ where: { id: backendId } });
  expect(row.profile).toMatchObject({ made: "before", sentinel: expect.any(String) });
});

it("refuses another bucket under the name of one that files lie in, but not its new address", async () => {
  const { db } = await testRuntime();
  const { clientId } = await testClient();
  const backendId = `bucket-${uuid()}`;
  const bucket = createMemoryDriver(testSecrets, { backendId });
  const other = createMemoryDriver(testSecrets, { backendId });
  await registerBackend(db, bucket, "s3://one");
  await registerBackend(db, other, "s3://two");
  await registerBackend(db, bucket, "s3://one");

  const [blobId, objectKey] = [uuid(), newObjectKey(clientId, "originals")];
  const content = { contentType: "text/plain", sizeBytes: 1n };
  await bucket.put(objectKey, Readable.from([Buffer.from("x")]), { contentType: "text/plain" });
  await db.blob.create({ data: { clientId, id: blobId, state: "STAGED", ...content } });
  await db.placement.create({
    data: {
      ...{ clientId, id: uuid(), blobId, backendId, objectKey, storedSizeBytes: 1n },
      state: "PRESENT",
    },
  });
  await expect(registerBackend(db, other, "s3://two")).rejects.toThrow("STORAGE_LOCATIONS");
  await registerBackend(db, bucket, "https://bucket.example.com");
  await registerBackend(db, bucket, "https://bucket.example.com");
});
