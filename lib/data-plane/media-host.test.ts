import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { mediaPath } from "@/lib/storage";
import { testClient } from "@/lib/testing";
import { startDataPlane } from "./test-server";

let plane: Awaited<ReturnType<typeof startDataPlane>>;
beforeAll(async () => {
  const disk = await mkdtemp(join(tmpdir(), "vitrine-disk-"));
  plane = await startDataPlane({
    ...{ MEDIA_URL: "http://media.example", STORAGE_LOCATIONS: "disk" },
    ...{ STORAGE_DISK_TYPE: "local", STORAGE_DISK_STORAGE_REGION: "north" },
    STORAGE_DISK_LOCAL_STORAGE_PATH: disk,
  });
  return async () => {
    await plane.close();
    await rm(disk, { recursive: true, force: true });
  };
});

// fetch does not let a caller choose the Host.
function get(
  path: string,
  host: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; location: string; etag: string | undefined }> {
  return new Promise((resolve, reject) => {
    const options = { port: plane.port, host: "127.0.0.1", path, headers: { ...headers, host } };
    request(options, async (response) => {
      const body = await text(response);
      const { location = "", etag } = response.headers;
      resolve({ status: response.statusCode ?? 0, body, location, etag });
    })
      .on("error", reject)
      .end();
  });
}

it("serves nothing but bytes at the address for media", async () => {
  expect(await get("/", "panel.example")).toMatchObject({ status: 200, body: "a page" });
  expect((await get("/", "media.example")).status).toBe(404);
  expect((await get("/api/v1/me", "media.example")).status).toBe(404);
  expect((await get("/data/local/x", "media.example")).status).toBe(403);
});

it("sends people there with a link that needs no cookie", async () => {
  const shop = await testClient("VIEWER");
  const artifact = await plane.artifactOf(shop, "a picture");
  const { cookie } = shop;
  const sent = await get(`${mediaPath(artifact)}?download=1`, "panel.example", { cookie });
  expect(sent.status).toBe(302);
  const target = new URL(sent.location);
  expect(target.origin).toBe("http://media.example");
  const path = target.pathname + target.search;
  expect(await get(path, "media.example")).toMatchObject({ status: 200, body: "a picture" });
  expect((await get(mediaPath(artifact), "media.example")).status).toBe(401);
});

it("sends them with the region that chose the place, which changes nothing about the file", async () => {
  const shop = await testClient("VIEWER");
  const artifact = await plane.artifactOf(shop, "a picture");
  const { clientId, blobId } = artifact;
  const { db, storage } = plane.runtime;
  await db.backend.createMany({ data: [{ id: "disk", kind: "local" }], skipDuplicates: true });
  const here = await db.placement.findFirstOrThrow({ where: { clientId, blobId } });
  const body = Readable.from([Buffer.from("a picture")]);
  await storage.backend("disk").put(here.objectKey, body, { contentType: "image/png" });
  const { createdAt: _then, ...same } = here;
  await db.placement.create({ data: { ...same, id: uuid(), backendId: "disk" } });

  const { cookie } = shop;
  const tags = new Set();
  for (const region of ["north", "south"]) {
    const path = `${mediaPath(artifact)}?region=${region}`;
    const { searchParams, pathname, search } = new URL(
      (await get(path, "panel.example", { cookie })).location,
    );
    expect(searchParams.get("region")).toBe(region);
    const served = await get(pathname + search, "media.example");
    expect(served).toMatchObject({ status: 200, body: "a picture" });
    tags.add(served.etag);
  }
  expect([...tags]).toEqual([`"${artifact.sha256}"`]);
});
