import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v4 as uuid } from "uuid";
import { afterAll, expect, it } from "vitest";
import { testRuntime, testSecrets } from "@/lib/testing";
import { createLocalDriver } from "./drivers/local";
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
  await registerBackend(db, await open(shared));
  await registerBackend(db, await open(shared));
  await expect(registerBackend(db, await open(other))).rejects.toThrow(".vitrine-store");
  const row = await db.backend.findUniqueOrThrow({ where: { id: backendId } });
  expect(row.profile).toMatchObject({ made: "before", sentinel: expect.any(String) });
});
