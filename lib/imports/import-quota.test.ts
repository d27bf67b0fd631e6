import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { getArtifact } from "@/lib/artifacts";
import { jobContext } from "@/lib/context";
import { changeQuota, getUsage } from "@/lib/quotas";
import { testClient } from "@/lib/testing";
import { createImport, retryImport } from ".";
import { runImport } from "./run-import";

const none = { maxBytes: null, maxObjects: null, maxFileBytes: null };

/** Somebody's film behind a link, and a client that may have so much. */
async function importing(answer: RequestListener, limits: object) {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { ctx, clientId } = await testClient();
  const job = jobContext(ctx, "import-link", clientId, ctx.log);
  const limit = (limits: object) => changeQuota(job, { ...none, ...limits });
  await limit(limits);
  const { id } = await createImport(ctx, { url: `http://127.0.0.1:${port}/film.mp4` });
  const run = () =>
    runImport(job, id, {
      ...{ signal: AbortSignal.timeout(20_000), isLastAttempt: false, attempt: 1 },
      isAllowed: () => true,
    });
  return { ctx, id, limit, run, now: () => getArtifact(ctx, id) };
}

const sized: RequestListener = (_, response) => {
  response.writeHead(200, { "content-type": "video/mp4", "content-length": "600" });
  response.end(Buffer.alloc(600));
};
const unsized: RequestListener = (_, response) => {
  response.writeHead(200, { "content-type": "video/mp4" }).write(Buffer.alloc(300));
  response.end(Buffer.alloc(300));
};

it("reserves the place of a link's file as soon as its size is known", async () => {
  let reserved = 0;
  const { ctx, run } = await importing(async (_, response) => {
    response.writeHead(200, { "content-length": "600" }).write(Buffer.alloc(300));
    while (reserved === 0) reserved = (await getUsage(ctx)).reservedBytes;
    response.end(Buffer.alloc(300));
  }, {});
  await run();
  expect(reserved).toBe(600);
  expect(await getUsage(ctx)).toMatchObject({ usedBytes: 600, reservedBytes: 0, objects: 1 });
});

it.each([
  ["announced", sized],
  ["not announced", unsized],
])("refuses a file that does not fit, its size %s, until there is place", async (_, answer) => {
  const { ctx, id, limit, run, now } = await importing(answer, { maxBytes: 599 });
  await run();
  expect(await now()).toMatchObject({ status: "FAILED", failureReason: "import_no_space" });
  expect(await getUsage(ctx)).toMatchObject({ usedBytes: 0, reservedBytes: 0, objects: 1 });
  const { stagingKey } = await ctx.db.upload.findFirstOrThrow({ where: { artifactId: id } });
  await expect(ctx.storage.current.head(stagingKey)).rejects.toMatchObject({ code: "not_found" });
  await limit({ maxBytes: 600 });
  await retryImport(ctx, id);
  await run();
  expect(await now()).toMatchObject({ status: "PROCESSING" });
});

it.each([
  ["announced", sized],
  ["not announced", unsized],
])("refuses a file larger than one may be, its size %s", async (_, answer) => {
  const { ctx, run, now } = await importing(answer, { maxFileBytes: 599 });
  await run();
  expect(await now()).toMatchObject({ failureReason: "import_too_large" });
  expect(await getUsage(ctx)).toMatchObject({ usedBytes: 0, reservedBytes: 0 });
});
