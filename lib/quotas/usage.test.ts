import { v7 as uuid } from "uuid";
import { expect, it } from "vitest";
import { createArtifact, purgeArtifacts, trashArtifacts } from "@/lib/artifacts";
import { collectBlobs } from "@/lib/blobs";
import { type Context, jobContext } from "@/lib/context";
import { sendBytes, storedArtifact, testClient } from "@/lib/testing";
import { abortUpload, completeUpload, openVersion, uploadJobs } from "@/lib/uploads";
import { deleteVersion, restoreVersion } from "@/lib/versions";
import { foldUsage } from "./fold-usage";
import { getUsage } from "./get-usage";

const text = Buffer.from("a file");
const never = new AbortController().signal;

const open = async (ctx: Context, sizeBytes = text.length) =>
  (await createArtifact(ctx, { name: "a.txt", sizeBytes })).upload;

async function used(ctx: Context) {
  const { usedBytes, reservedBytes, objects } = await getUsage(ctx);
  return [usedBytes, reservedBytes, objects];
}

/** What the rows themselves say. */
async function counted({ db, clientId }: Context) {
  const [row] = await db.$queryRaw<{ used: bigint; reserved: bigint; objects: bigint }[]>`
    select (select coalesce(sum(size_bytes), 0)::bigint from blobs where client_id = ${clientId}) as used,
      (select coalesce(sum(size_bytes), 0)::bigint from uploads
        where client_id = ${clientId} and state in ('OPEN', 'COMPLETING')) as reserved,
      (select count(*) from artifacts where client_id = ${clientId} and status <> 'DELETED') as objects`;
  return [Number(row?.used), Number(row?.reserved), Number(row?.objects)];
}

const jobHelpers = (ctx: Context) => ({
  ...{ jobId: "1", attempt: 1, isLastAttempt: true, signal: never, log: ctx.log },
});

/** Deletes for good what lies in the trash, with its bytes. */
async function purge(ctx: Context, id: string): Promise<void> {
  const { db, clientId } = ctx;
  const blobs = await db.artifactVersion.findMany({ where: { clientId, artifactId: id } });
  await trashArtifacts(ctx, { ids: [id] });
  await purgeArtifacts(ctx, { ids: [id] });
  const blobIds = blobs.flatMap(({ blobId }) => blobId ?? []);
  await collectBlobs(jobContext(ctx, "collect", clientId, ctx.log), blobIds);
}

it("begins with nothing and no limits", async () => {
  const { ctx } = await testClient();
  expect(await getUsage(ctx)).toEqual({
    ...{ usedBytes: 0, reservedBytes: 0, objects: 0 },
    ...{ maxBytes: null, maxObjects: null, maxFileBytes: null },
  });
});

it("counts an upload from its reservation to its deletion for good", async () => {
  const { ctx } = await testClient();
  const { id, artifactId } = await open(ctx);
  expect(await used(ctx)).toEqual([0, 6, 1]);
  const { receipt } = await sendBytes(ctx, id, text);
  await completeUpload(ctx, id, { receipt });
  expect(await used(ctx)).toEqual([6, 0, 1]);
  await trashArtifacts(ctx, { ids: [artifactId] });
  expect(await used(ctx)).toEqual([6, 0, 1]);
  await purge(ctx, artifactId);
  expect(await used(ctx)).toEqual([0, 0, 0]);
});

it("gives back what was given up, and what nobody went on with in time", async () => {
  const { ctx } = await testClient();
  await abortUpload(ctx, (await open(ctx)).id);
  expect(await used(ctx)).toEqual([0, 0, 0]);
  const { id } = await open(ctx);
  await ctx.db.upload.updateMany({ where: { id }, data: { expiresAt: new Date(0) } });
  await uploadJobs(() => ctx)["reap-uploads"]?.({}, jobHelpers(ctx));
  expect(await used(ctx)).toEqual([0, 0, 0]);
});

it("counts each version, and its bytes once however often it is shown", async () => {
  const { ctx, clientId } = await testClient();
  const { id, sha256 } = await storedArtifact(clientId);
  expect(sha256).toBeDefined();
  const upload = await openVersion(ctx, id, { fileName: "b.mp4", sizeBytes: 6 });
  expect(await used(ctx)).toEqual([1000, 6, 1]);
  await sendBytes(ctx, upload.id, text);
  await completeUpload(ctx, upload.id, {});
  expect(await used(ctx)).toEqual([1006, 0, 1]);
  const version = { clientId, artifactId: id, number: 2 };
  const { blobId } = await ctx.db.artifactVersion.update({
    where: { clientId_artifactId_number: version },
    data: { state: "READY" },
  });
  await ctx.db.blob.updateMany({ where: { id: blobId ?? "" }, data: { state: "VERIFIED" } });
  await restoreVersion(ctx, id, 2);
  await restoreVersion(ctx, id, 1);
  expect(await used(ctx)).toEqual([1006, 0, 1]);
  await deleteVersion(ctx, id, 2);
  await collectBlobs(jobContext(ctx, "collect", clientId, ctx.log), [blobId ?? ""]);
  expect(await used(ctx)).toEqual([1000, 0, 1]);
});

it("counts a thousand files of one statement at once", async () => {
  const { ctx, clientId } = await testClient();
  const other = await testClient();
  const blob = { state: "VERIFIED", sizeBytes: 7n, contentType: "a/b" } as const;
  await ctx.db.blob.createMany({
    data: Array.from({ length: 1001 }, (_, index) => ({
      ...{ ...blob, id: uuid(), clientId: index === 0 ? other.clientId : clientId },
    })),
  });
  expect(await used(ctx)).toEqual([7000, 0, 0]);
  expect(await used(other.ctx)).toEqual([7, 0, 0]);
  const deltas = { where: { clientId: { in: [clientId, other.clientId] } } };
  expect(await ctx.db.usageDelta.count(deltas)).toBe(2);
});

it("loses nothing while it folds and uploads go on beside it", async () => {
  const { ctx } = await testClient();
  const folding = new AbortController();
  const folds = (async () => {
    while (!folding.signal.aborted) await foldUsage(ctx, never);
  })();
  const done = Array.from({ length: 40 }, async (_, index) => {
    const { id } = await open(ctx, 10 + index);
    if (index % 2 === 0) await abortUpload(ctx, id);
  });
  await Promise.all(done);
  folding.abort();
  await folds;
  await foldUsage(ctx, never);
  expect(await used(ctx)).toEqual(await counted(ctx));
  expect(await ctx.db.usageDelta.count({ where: { clientId: ctx.clientId } })).toBe(0);
});

it("equals what the rows say after any mix of what people do", async () => {
  const { ctx, clientId } = await testClient();
  const waiting: string[] = [];
  const stored: string[] = [];
  const take = (from: string[]) => from.splice(Math.floor(Math.random() * from.length), 1)[0];
  for (let step = 0; step < 60; step += 1) {
    const dice = Math.random();
    const [upload, artifact] = [take(waiting), take(stored)];
    if (upload && dice < 0.3) {
      const { receipt } = await sendBytes(ctx, upload, text);
      stored.push((await completeUpload(ctx, upload, { receipt })).id);
    } else if (upload && dice < 0.45) await abortUpload(ctx, upload);
    else if (artifact && dice < 0.55) await purge(ctx, artifact);
    else if (dice < 0.65) stored.push((await storedArtifact(clientId)).id);
    else if (dice < 0.7) await foldUsage(ctx, never);
    else waiting.push((await open(ctx)).id);
    // What was taken and not needed is let go of: the next step chooses among the others.
  }
  expect(await used(ctx)).toEqual(await counted(ctx));
});
