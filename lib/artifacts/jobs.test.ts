import sharp from "sharp";
import { afterAll, expect, it, vi } from "vitest";
import { startWorker } from "@/lib/jobs";
import { sendBytes, testClient, testRuntime } from "@/lib/testing";
import { completeUpload } from "@/lib/uploads";
import { artifactJobs, createArtifact, getArtifact } from ".";

const { pool, log } = await testRuntime();
const { ctx } = await testClient();
const worker = await startWorker({ pool, tasks: artifactJobs(() => ctx), concurrency: 1, log });
afterAll(() => worker.stop());

it("what was uploaded is processed without anybody asking for it", async () => {
  const picture = await sharp({
    create: { width: 64, height: 48, channels: 3, background: "#123" },
  })
    .png()
    .toBuffer();
  const created = await createArtifact(ctx, { name: "logo.png", sizeBytes: picture.length });
  await sendBytes(ctx, created.upload.id, picture);
  expect((await completeUpload(ctx, created.upload.id, {})).status).toBe("PROCESSING");
  await vi.waitFor(
    async () => {
      expect(await getArtifact(ctx, created.artifact.id)).toMatchObject({
        ...{ status: "AVAILABLE", width: 64, height: 48, wantsPoster: false },
      });
    },
    { timeout: 15_000 },
  );
});
