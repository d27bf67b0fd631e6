import { expect, it } from "vitest";
import { createArtifact } from "@/lib/artifacts";
import type { PersonContext } from "@/lib/auth";
import { type Context, jobContext } from "@/lib/context";
import { contextOf } from "@/lib/runtime";
import { sendBytes, storedArtifact, testClient, testRuntime } from "@/lib/testing";
import { abortUpload, completeUpload, openRendition, openVersion } from "@/lib/uploads";
import { changeQuota } from "./change-quota";
import { fullnessOf } from "./facts";
import { foldUsage } from "./fold-usage";
import { getUsage } from "./get-usage";
import type { SetQuota } from "./schema";
import { setQuota } from "./set-quota";

const none: SetQuota = { maxBytes: null, maxObjects: null, maxFileBytes: null };
const large = 17 * 1024 * 1024;

async function limited(limits: Partial<SetQuota>) {
  const client = await testClient();
  const { ctx, clientId } = client;
  await changeQuota(jobContext(ctx, "test", clientId, ctx.log), { ...none, ...limits });
  return client;
}

const open = async (ctx: Context, sizeBytes: number) =>
  (await createArtifact(ctx, { name: "a.txt", sizeBytes })).upload;

/** As an administrator or another person, in no client yet. */
const person = async ({ userId }: { userId: string }, isAdmin: boolean): Promise<PersonContext> => {
  const runtime = await testRuntime();
  await runtime.db.user.update({ where: { id: userId }, data: { isAdmin } });
  return contextOf(runtime, { kind: "person", userId, isAdmin }) as PersonContext;
};

it("refuses what would not fit, says why, and counts nothing of it", async () => {
  const { ctx } = await limited({ maxBytes: 10_000 });
  await open(ctx, 9800);
  await expect(open(ctx, 500)).rejects.toMatchObject({
    ...{ code: "quota_exceeded", reason: "quota_bytes" },
    params: { limitBytes: 10_000, usedBytes: 9800, wantedBytes: 500, used: "9.8 kB" },
  });
  expect(await getUsage(ctx)).toMatchObject({ reservedBytes: 9800, objects: 1 });
  await open(ctx, 200);
});

it("refuses one file more than there may be, and one that is too large by itself", async () => {
  const { ctx } = await limited({ maxObjects: 1, maxFileBytes: 1000 });
  await expect(open(ctx, 1001)).rejects.toMatchObject({
    ...{ code: "too_large", reason: "quota_file" },
    params: { limit: "1.0 kB", wantedBytes: 1001 },
  });
  await open(ctx, 1000);
  await expect(open(ctx, 1)).rejects.toMatchObject({
    ...{ code: "quota_exceeded", reason: "quota_objects" },
    params: { limit: 1, used: 1, wanted: 1 },
  });
});

it("leaves nothing at the store of what was refused", async () => {
  const { ctx } = await limited({ maxBytes: large - 1 });
  const opened: string[] = [];
  const given: string[] = [];
  const storage: typeof ctx.storage = {
    ...ctx.storage,
    openUpload: (clientId, request) => {
      opened.push(request.key);
      return ctx.storage.openUpload(clientId, request);
    },
    at: (place) => {
      const driver = ctx.storage.at(place);
      return {
        ...driver,
        abortUpload: (handle) => {
          given.push(handle.key);
          return driver.abortUpload(handle);
        },
      };
    },
  };
  await expect(open({ ...ctx, storage }, large)).rejects.toMatchObject({ reason: "quota_bytes" });
  expect(opened).toHaveLength(1);
  expect(given).toEqual(opened);
});

it("never lets two pass at once where there is place for one", async () => {
  const { ctx } = await limited({ maxBytes: 1000, maxObjects: 100 });
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => open(ctx, 300)));
  const refused = tries.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(9);
  for (const { reason } of refused as PromiseRejectedResult[]) {
    expect(reason).toMatchObject({ reason: "quota_bytes" });
  }
  expect(await getUsage(ctx)).toMatchObject({ reservedBytes: 900, objects: 3 });
});

it("waits for nobody where reservations, completions and folds go on side by side", async () => {
  const { ctx, clientId } = await limited({ maxBytes: 1_000_000, maxObjects: 1000 });
  const { id } = await storedArtifact(clientId);
  const bytes = Buffer.from("a file");
  const work = Array.from({ length: 24 }, async (_, index) => {
    if (index % 4 === 0) return foldUsage(ctx, AbortSignal.timeout(10_000));
    if (index % 4 === 1) return openVersion(ctx, id, { fileName: "b.mp4", sizeBytes: 6 });
    const upload = await open(ctx, bytes.length);
    if (index % 4 === 2) return abortUpload(ctx, upload.id);
    const { receipt } = await sendBytes(ctx, upload.id, bytes);
    return completeUpload(ctx, upload.id, { receipt });
  });
  await Promise.all(work);
  // Six versions on their way, six files that have come, and the one that was there.
  expect(await getUsage(ctx)).toMatchObject({ usedBytes: 1036, reservedBytes: 36, objects: 7 });
});

it("takes again what was given up", async () => {
  const { ctx } = await limited({ maxBytes: 1000 });
  const first = await open(ctx, 800);
  await expect(open(ctx, 800)).rejects.toMatchObject({ reason: "quota_bytes" });
  await abortUpload(ctx, first.id);
  await open(ctx, 800);
});

it("refuses a version that does not fit, and never a picture that the server wants", async () => {
  const { ctx, clientId } = await limited({ maxBytes: 1000, maxObjects: 0 });
  const { id } = await storedArtifact(clientId);
  const version = openVersion(ctx, id, { fileName: "b.mp4", sizeBytes: 1 });
  await expect(version).rejects.toMatchObject({ reason: "quota_bytes" });
  const artifact = { clientId_artifactId_number: { clientId, artifactId: id, number: 2 } };
  expect(await ctx.db.artifactVersion.findUnique({ where: artifact })).toBeNull();
  const picture = { kind: "POSTER", contentType: "image/webp", sizeBytes: 500 } as const;
  await openRendition(ctx, id, picture);
  expect(await getUsage(ctx)).toMatchObject({ usedBytes: 1000, reservedBytes: 500, objects: 1 });
});

it("keeps what is there when the limit is lowered, and goes on when it is raised", async () => {
  const { ctx, clientId } = await limited({});
  await storedArtifact(clientId);
  const job = jobContext(ctx, "test", clientId, ctx.log);
  await changeQuota(job, { ...none, maxBytes: 500 });
  await expect(open(ctx, 1)).rejects.toMatchObject({
    params: { limitBytes: 500, usedBytes: 1000 },
  });
  await changeQuota(job, { ...none, maxBytes: 1001 });
  await open(ctx, 1);
});

it("is set by administrators alone, and leaves a trace", async () => {
  const client = await testClient();
  const { ctx, clientId, userId } = client;
  const limits = { ...none, maxBytes: 5000 };
  const owner = await person(client, false);
  await expect(setQuota(owner, clientId, limits)).rejects.toMatchObject({ code: "forbidden" });
  const admin = await person(await testClient(), true);
  expect(await setQuota(admin, clientId, limits)).toMatchObject({ maxBytes: 5000, usedBytes: 0 });
  await expect(setQuota(admin, "no_such_client", limits)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(userId).not.toBe(admin.actor.userId);
  const event = { clientId, action: "client.set-quota", actorId: admin.actor.userId };
  expect(await ctx.db.auditEvent.findFirst({ where: event })).toMatchObject({ detail: limits });
});

it("is seen by every member, and by nobody without the scope to read", async () => {
  const { as, ctx } = await testClient();
  expect(await getUsage(await as("VIEWER"))).toEqual(await getUsage(ctx));
  const nobody = getUsage({ ...ctx, scopes: new Set() });
  await expect(nobody).rejects.toMatchObject({ code: "forbidden" });
});

it("speaks up from four fifths on, of whichever limit is nearer", () => {
  const usage = { usedBytes: 700, reservedBytes: 100, objects: 1, maxBytes: 1000, maxObjects: 10 };
  expect(fullnessOf(usage)).toEqual({ of: "bytes", share: 0.8, level: "near" });
  expect(fullnessOf({ ...usage, reservedBytes: 99 })?.level).toBe("fine");
  expect(fullnessOf({ ...usage, objects: 10 })).toMatchObject({ of: "objects", level: "full" });
  expect(fullnessOf({ ...usage, maxBytes: 0 })).toMatchObject({ of: "bytes", level: "full" });
  expect(fullnessOf({ ...usage, maxBytes: null, maxObjects: null })).toBeUndefined();
});
