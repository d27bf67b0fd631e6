import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { getArtifact } from "@/lib/artifacts";
import { limit } from "@/lib/auth";
import { jobContext } from "@/lib/context";
import { testClient, testRuntime } from "@/lib/testing";
import { abortUpload } from "@/lib/uploads";
import { createImport, listImports, retryImport } from ".";
import { runImport } from "./run-import";
import { CreateImport } from "./schema";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Somebody's web server; answers its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const loopback = (address: string) => address === "127.0.0.1";

async function importing(url: string, isAllowed: ((address: string) => boolean) | null = loopback) {
  const client = await testClient();
  const { ctx, clientId } = client;
  const created = await createImport(ctx, { url });
  const job = jobContext(ctx, "import-link", clientId, ctx.log);
  const run = (isLastAttempt = false) =>
    runImport(job, created.id, {
      signal: AbortSignal.timeout(20_000),
      isLastAttempt,
      attempt: 1,
      ...(isAllowed ? { isAllowed } : {}),
    });
  return { ...client, created, run, now: () => getArtifact(ctx, created.id) };
}

const film: RequestListener = (_, response) => {
  response.setHeader("content-type", "video/mp4");
  response.end("a film");
};

describe("a file from a link", () => {
  it("is named, fetched and stored, and its query stays secret", async () => {
    const origin = await serve((request, response) => {
      expect(request.headers).not.toHaveProperty("cookie");
      response.setHeader("content-disposition", 'attachment; filename="Spring.mp4"');
      film(request, response);
    });
    const { ctx, clientId, created, run, now } = await importing(`${origin}/f/1?token=s3cret`);
    expect(created).toMatchObject({ name: "1", status: "UPLOADING" });
    expect((await listImports(ctx)).items).toMatchObject([
      { artifactId: created.id, source: `${origin}/f/1`, failureReason: null, isMine: true },
    ]);
    await run();
    expect(await now()).toMatchObject({
      ...{ name: "Spring.mp4", type: "VIDEO", contentType: "video/mp4", sizeBytes: 6 },
      status: "PROCESSING",
    });
    expect((await listImports(ctx)).items).toEqual([]);
    const { db, storage } = await testRuntime();
    const placement = await db.placement.findFirstOrThrow({ where: { clientId } });
    expect(await storage.current.head(placement.objectKey)).toEqual({ sizeBytes: 6 });
    const where = { where: { clientId } };
    const kept = JSON.stringify([
      await db.artifact.findMany({ ...where, select: { name: true, metadata: true } }),
      await db.auditEvent.findMany(where),
      await db.import.findMany({ ...where, select: { source: true, sealedUrl: true } }),
    ]);
    expect(kept).not.toContain("s3cret");
    // Said twice it does nothing.
    await run();
  });

  it("follows redirects, each of them checked", async () => {
    const end = await serve(film);
    const hop = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      response.statusCode = 302;
      response.setHeader("location", left > 1 ? `/${left - 1}` : `${end}/film.mp4`);
      response.end();
    });
    const five = await importing(`${hop}/5`);
    await five.run();
    expect(await five.now()).toMatchObject({ name: "film.mp4", status: "PROCESSING" });
    const six = await importing(`${hop}/6`);
    await six.run();
    expect(await six.now()).toMatchObject({ failureReason: "import_unreachable" });
  });

  it.each(["http://127.0.0.2/x", "http://localhost:1/x", "http://[::1]/x", "http://2130706434/"])(
    "does not follow a redirect to %s",
    async (location) => {
      const origin = await serve((_, response) => {
        response.writeHead(302, { location }).end();
      });
      const onlyThis = (address: string) => address === "127.0.0.1" && !location.includes("local");
      const { run, now } = await importing(`${origin}/`, onlyThis);
      await run();
      expect(await now()).toMatchObject({ failureReason: "import_address_refused" });
    },
  );

  it("never reaches a private address by default, neither by number nor by name", async () => {
    let asked = 0;
    const origin = await serve((_, response) => {
      asked += 1;
      response.end();
    });
    for (const url of [origin, origin.replace("127.0.0.1", "localhost")]) {
      const { run, now } = await importing(url, null);
      await run();
      expect(await now()).toMatchObject({
        status: "FAILED",
        failureReason: "import_address_refused",
      });
    }
    expect(asked).toBe(0);
  });

  it.each([
    [404, {}, "import_not_found"],
    [410, {}, "import_not_found"],
    [401, {}, "import_needs_password"],
    [403, {}, "import_needs_password"],
    [200, { "content-type": "text/html; charset=utf-8" }, "import_is_page"],
    [200, { "content-length": String(21 * 1024 ** 3) }, "import_too_large"],
    [200, { "content-encoding": "gzip" }, "import_unreachable"],
    [418, {}, "import_unreachable"],
    [200, { "content-length": "0" }, "empty"],
  ] as const)("says of %s with %o: %s", async (status, headers, failureReason) => {
    const origin = await serve((_, response) => {
      response.writeHead(status, headers);
      response.flushHeaders();
      if (!("content-length" in headers) || headers["content-length"] === "0") response.end();
    });
    const { run, now } = await importing(origin);
    await run();
    expect(await now()).toMatchObject({ status: "FAILED", failureReason });
  });

  it("stops at the bound although nobody said how much would come", async () => {
    const { config } = await testRuntime();
    await testRuntime({ config: { ...config, MAX_UPLOAD_BYTES: 100_000 } });
    const origin = await serve((_, response) => {
      const more = setInterval(() => response.write(Buffer.alloc(30_000)), 5);
      response.on("close", () => clearInterval(more));
    });
    const { run, now } = await importing(origin);
    await run();
    await testRuntime({ config });
    expect(await now()).toMatchObject({ failureReason: "import_too_large" });
  });

  it("tries again what may pass, says in the end that it did not, and may be told to retry", async () => {
    let broken = true;
    const origin = await serve((request, response) => {
      if (!broken) return film(request, response);
      response.writeHead(200, { "content-length": "1000" }).write("half");
      setTimeout(() => response.destroy(), 20);
    });
    const { ctx, created, run, now } = await importing(`${origin}/film.mp4`);
    await expect(run()).rejects.toMatchObject({ reason: "import_unreachable" });
    expect(await now()).toMatchObject({ status: "UPLOADING" });
    await run(true);
    expect(await now()).toMatchObject({ failureReason: "import_unreachable" });
    broken = false;
    expect(await retryImport(ctx, created.id)).toMatchObject({ status: "UPLOADING" });
    expect(await retryImport(ctx, created.id)).toMatchObject({ failureReason: null });
    await run();
    expect(await now()).toMatchObject({ status: "PROCESSING", name: "film.mp4" });
    await expect(retryImport(ctx, created.id)).rejects.toMatchObject({
      reason: "import_not_failed",
    });
  });

  it("ends when it is called off, and leaves nothing", async () => {
    const origin = await serve((_, response) => {
      const more = setInterval(() => response.write("more"), 5);
      response.on("close", () => clearInterval(more));
    });
    const { ctx, created, run, now } = await importing(origin);
    const running = run();
    const [item] = (await listImports(ctx)).items;
    await abortUpload(ctx, item?.uploadId ?? "");
    await running;
    await expect(now()).rejects.toMatchObject({ code: "not_found" });
    await expect(retryImport(ctx, created.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("who may", () => {
  it("refuses an actor without the write scope", async () => {
    const { as } = await testClient();
    const viewer = await as("VIEWER");
    const refused = { code: "forbidden" };
    await expect(createImport(viewer, { url: "https://a.example/" })).rejects.toMatchObject(
      refused,
    );
  });

  it("lets an uploader retry only what they brought, and nobody another client's", async () => {
    const origin = await serve((_, response) => void response.writeHead(404).end());
    const { as, created, run } = await importing(origin);
    await run();
    await expect(retryImport(await as("UPLOADER"), created.id)).rejects.toMatchObject({
      reason: "not_your_artifact",
    });
    const stranger = await testClient();
    await expect(retryImport(stranger.ctx, created.id)).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await listImports(stranger.ctx)).items).toEqual([]);
  });

  it.each(["ftp://a.example/x", "file:///etc/passwd", "https://me:pass@a.example/", "a film"])(
    "takes no link like %s",
    (url) => {
      expect(CreateImport.safeParse({ url }).success).toBe(false);
    },
  );

  it("slows down who asks for too many", async () => {
    const { ctx } = await testClient();
    const url = "https://a.example/film.mp4";
    const { pool } = await testRuntime();
    const key = `${ctx.clientId} ${ctx.actor.kind === "person" ? ctx.actor.userId : ""}`;
    const allowance = { points: 120, durationSeconds: 3600 };
    for (let time = 0; time < 120; time += 1) await limit({ pool }, "import", key, allowance);
    await expect(createImport(ctx, { url })).rejects.toMatchObject({ code: "rate_limited" });
  });
});
