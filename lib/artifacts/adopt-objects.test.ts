import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { jobContext } from "@/lib/context";
import { contextOf, type Runtime } from "@/lib/runtime";
import { createMemoryStorage, type Driver, newObjectKey, openDriver } from "@/lib/storage";
import { testClient, testRuntime, testSecrets } from "@/lib/testing";
import { adoptObjects } from "./adopt-objects";
import { findProcessing } from "./find-processing";
import { processArtifact } from "./process-artifact";

let runtime: Runtime;
let attic: Driver;
let root: string;
let clientId: string;
const ctx = () => contextOf(runtime, { kind: "job", name: "test" });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "vitrine-attic-"));
  attic = await openDriver(
    {
      ...{ id: "attic", kind: "local", root, address: root, delivery: { kind: "direct" } },
      ...{ uploadUrlSeconds: 60, partSizeBytes: 8_388_608, timeoutSeconds: 5 },
    },
    testSecrets,
  );
  runtime = await testRuntime({ storage: createMemoryStorage(testSecrets, [attic]) });
  await runtime.db.backend.createMany({
    data: [{ id: "attic", kind: "local" }],
    skipDuplicates: true,
  });
});
afterAll(() => rm(root, { recursive: true, force: true }));

beforeEach(async () => {
  ({ clientId } = await testClient("OWNER"));
  await mkdir(join(root, clientId, "Weihnachten 2025"), { recursive: true });
});

const file = (name: string, content: string) => writeFile(join(root, clientId, name), content);

async function adopt({ prefix = `${clientId}/`, isRehearsal = false, of = clientId } = {}) {
  const outcomes: Record<string, string> = {};
  await adoptObjects(ctx(), {
    ...{ backendId: "attic", clientId: of, prefix, isRehearsal },
    signal: new AbortController().signal,
    onObject: (outcome, { key }) => {
      outcomes[key.slice(key.indexOf("/") + 1)] = outcome;
    },
  });
  return outcomes;
}

it("makes artifacts of what lies there, without a copy, and only once", async () => {
  await file("Weihnachten 2025/Äpfel & 饼干.txt", "apples");
  await file("prices.csv", "a,b");
  const found = { "Weihnachten 2025/Äpfel & 饼干.txt": "adopted", "prices.csv": "adopted" };
  expect(await adopt({ isRehearsal: true })).toEqual(found);
  expect(await runtime.db.artifact.count({ where: { clientId } })).toBe(0);
  // They fill the client's place, and are never refused: they are there already.
  const none = { maxBytes: 0n, maxObjects: 0n, maxFileBytes: 0n };
  await runtime.db.clientUsage.update({ where: { clientId }, data: none });
  expect(await adopt()).toEqual(found);
  expect(
    await runtime.db.$queryRaw`select used_bytes, objects from fold_usage(${clientId})`,
  ).toEqual([{ used_bytes: 9n, objects: 2n }]);
  const known = { "Weihnachten 2025/Äpfel & 饼干.txt": "known", "prices.csv": "known" };
  expect(await adopt()).toEqual(known);

  const artifact = await runtime.db.artifact.findFirstOrThrow({
    where: { clientId, name: "Äpfel & 饼干.txt" },
  });
  expect(artifact).toMatchObject({ status: "PROCESSING", type: "FILE", sizeBytes: 6n });
  const mine = jobContext(ctx(), "test", clientId, runtime.log);
  const work = await findProcessing(mine, artifact.id);
  expect(work?.objectKey).toBe(`${clientId}/Weihnachten 2025/Äpfel & 饼干.txt`);
  const programs = { ffmpeg: undefined, ffprobe: undefined };
  const signal = new AbortController().signal;
  await processArtifact(mine, artifact.id, { programs, signal, attempt: 1 });
  const done = await runtime.db.artifact.findFirstOrThrow({
    where: { clientId, id: artifact.id },
    include: { blob: true, versions: true },
  });
  expect(done).toMatchObject({
    ...{ status: "AVAILABLE", blob: { state: "VERIFIED", sizeBytes: 6n } },
    versions: [{ number: 1, state: "READY" }],
  });
  expect(await text(await attic.get(work?.objectKey ?? ""))).toBe("apples");
});

it("passes over what is no file of anybody: litter, empty, hidden, links, uploads on their way", async () => {
  await file("Thumbs.db", "x");
  await file(".hidden", "x");
  await file("empty.mp4", "");
  await symlink("/etc/hostname", join(root, clientId, "link.txt"));
  const ours = newObjectKey(clientId, "originals");
  await attic.put(ours, Readable.from(["y"]), { contentType: "text/plain" });
  expect(await adopt()).toEqual({
    ...{ "Thumbs.db": "skipped", ".hidden": "skipped", "empty.mp4": "skipped" },
    [ours.slice(clientId.length + 1)]: "ours",
  });
});

it("takes only what is asked for, and only for a client that there is", async () => {
  await file("Weihnachten 2025/a.txt", "a");
  await file("b.txt", "b");
  const prefix = `${clientId}/Weihnachten 2025/`;
  expect(await adopt({ prefix })).toEqual({ "Weihnachten 2025/a.txt": "adopted" });
  await expect(adopt({ of: "client_unknown" })).rejects.toMatchObject({ code: "not_found" });
});

it("never takes the driver's own directories for a client's", async () => {
  const own = [];
  for await (const object of attic.list("objects/")) own.push(object);
  for await (const object of attic.list("uploads/")) own.push(object);
  expect(own).toEqual([]);
  await expect(attic.get("objects/client_001/a.txt")).rejects.toMatchObject({ reason: "bad_key" });
});
