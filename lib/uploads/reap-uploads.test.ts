import { beforeAll, expect, it } from "vitest";
import { createArtifact, getArtifact, purgeArtifacts, trashArtifacts } from "@/lib/artifacts";
import type { Context } from "@/lib/context";
import { sendBytes, storedArtifact, testClient } from "@/lib/testing";
import { listVersions } from "@/lib/versions";
import { completeUpload, getUpload, openVersion } from ".";
import { forgetUpload } from "./forget-upload";
import { reapUploads } from "./reap-uploads";

const text = Buffer.from("a file");
const large = Buffer.alloc(17 * 1024 * 1024, "v");

let ctx: Context;
beforeAll(async () => {
  ({ ctx } = await testClient());
});

async function open(bytes: Buffer) {
  const { artifact, upload } = await createArtifact(ctx, { name: "a", sizeBytes: bytes.length });
  return { artifactId: artifact.id, uploadId: upload.id };
}

/** As if a day had passed. */
const expire = (id: string) =>
  ctx.db.upload.updateMany({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
const reap = () => reapUploads(ctx, ctx.log, AbortSignal.timeout(10_000));
const stateOf = async (id: string) =>
  (await ctx.db.upload.findFirstOrThrow({ where: { id } })).state;
const jobsFor = (uploadId: string) =>
  ctx.db.$queryRaw<{ run_at: Date }[]>`
    select run_at from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'forget-upload' and j.payload->>'uploadId' = ${uploadId}
    order by run_at`;

it("gives up what nobody has sent in time, now and for what still comes a day later", async () => {
  const { artifactId, uploadId } = await open(large);
  await expire(uploadId);
  await reap();
  expect(await stateOf(uploadId)).toBe("EXPIRED");
  await expect(getArtifact(ctx, artifactId)).rejects.toMatchObject({ code: "not_found" });
  const [now, later] = await jobsFor(uploadId);
  expect(Number(later?.run_at) - Number(now?.run_at)).toBeGreaterThan(23 * 60 * 60 * 1000);
  await forgetUpload(ctx, uploadId);
});

it("says the last word where all bytes are here", async () => {
  const { artifactId, uploadId } = await open(text);
  await sendBytes(ctx, uploadId, text);
  await expire(uploadId);
  await reap();
  expect(await stateOf(uploadId)).toBe("DONE");
  expect((await getArtifact(ctx, artifactId)).status).toBe("PROCESSING");
});

it("leaves what still has time, and what was completed", async () => {
  const [waiting, done] = [await open(large), await open(text)];
  const { receipt } = await sendBytes(ctx, done.uploadId, text);
  await completeUpload(ctx, done.uploadId, { receipt });
  await expire(done.uploadId);
  await reap();
  expect((await getUpload(ctx, waiting.uploadId)).state).toBe("OPEN");
  expect((await getArtifact(ctx, done.artifactId)).status).toBe("AVAILABLE");
});

it("frees the place of a replacement that never came", async () => {
  const { id } = await storedArtifact(ctx.clientId);
  const upload = await openVersion(ctx, id, {
    fileName: "new.mp4",
    contentType: "video/mp4",
    sizeBytes: 20,
  });
  expect((await listVersions(ctx, id)).items).toHaveLength(2);
  await expire(upload.id);
  await reap();
  expect((await listVersions(ctx, id)).items).toHaveLength(1);
  expect((await getArtifact(ctx, id)).status).toBe("AVAILABLE");
});

it("ends with the artifact when that is deleted for good", async () => {
  const { artifactId, uploadId } = await open(large);
  await trashArtifacts(ctx, { ids: [artifactId] });
  await purgeArtifacts(ctx, { ids: [artifactId] });
  expect(await stateOf(uploadId)).toBe("ABORTED");
  expect(await jobsFor(uploadId)).toHaveLength(1);
});
