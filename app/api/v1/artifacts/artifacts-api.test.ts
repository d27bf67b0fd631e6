import { describe, expect, it } from "vitest";
import { POST as complete } from "@/app/api/v1/uploads/[id]/complete/route";
import { POST as sign } from "@/app/api/v1/uploads/[id]/parts/route";
import { DELETE as abort, GET as progress } from "@/app/api/v1/uploads/[id]/route";
import { Artifact, ArtifactPage, BulkResult, CreatedArtifact } from "@/lib/artifacts/schema";
import type { RouteHandler } from "@/lib/http";
import { request, sendBytes, testClient } from "@/lib/testing";
import { UploadProgress } from "@/lib/uploads/schema";
import { POST as openPoster } from "./[id]/renditions/route";
import { GET as getOne, PATCH } from "./[id]/route";
import { POST as restore } from "./restore/route";
import { POST as create, GET as list } from "./route";
import { POST as trash } from "./trash/route";

const film = { name: "summer.mp4", contentType: "video/mp4", sizeBytes: 20 * 1024 * 1024 };

async function created(cookie: string, clientId: string, body: object = film) {
  const response = await request(create, { method: "POST", body, cookie, clientId });
  expect(response.status).toBe(201);
  return CreatedArtifact.parse(await response.json());
}

describe("the API of artifacts and uploads", () => {
  it("takes a file from its announcement to the list and out of it again", async () => {
    const { ctx, cookie, clientId } = await testClient();
    const as = { cookie, clientId };
    const bytes = Buffer.from("a file");
    const { artifact, upload } = await created(cookie, clientId, { name: "a.txt", sizeBytes: 6 });
    const at = { ...as, params: { id: upload.id } };
    const { receipt } = await sendBytes(ctx, upload.id, bytes);
    UploadProgress.parse(await (await request(progress, at)).json());
    const done = await request(complete, { ...at, method: "POST", body: { receipt } });
    expect(Artifact.parse(await done.json()).status).toBe("AVAILABLE");

    const names = async () => {
      const page = await request(list, { ...as, path: "/?limit=10" });
      return ArtifactPage.parse(await page.json()).items.map(({ name }) => name);
    };
    const patch = { method: "PATCH", body: { name: "b.txt", version: 1 } };
    const renamed = await request(PATCH, { ...as, ...patch, params: { id: artifact.id } });
    expect(renamed.status).toBe(200);
    expect(await names()).toEqual(["b.txt"]);
    const bulk = { ...as, method: "POST", body: { ids: [artifact.id] } };
    expect(BulkResult.parse(await (await request(trash, bulk)).json()).done).toEqual([artifact.id]);
    expect(await names()).toEqual([]);
    expect((await request(restore, bulk)).status).toBe(200);
    expect(await names()).toEqual(["b.txt"]);
  });

  it("knows nobody without a session, and nothing of another client", async () => {
    const [one, other] = await Promise.all([testClient(), testClient()]);
    const { artifact, upload } = await created(one.cookie, one.clientId);
    const ids = { ids: [artifact.id] };
    const poster = { kind: "POSTER", contentType: "image/webp", sizeBytes: 5 };
    const calls: [RouteHandler, string, string, unknown?][] = [
      [getOne, "GET", artifact.id],
      [PATCH, "PATCH", artifact.id, { name: "x", version: 1 }],
      [openPoster, "POST", artifact.id, poster],
      [progress, "GET", upload.id],
      [sign, "POST", upload.id, { partNumbers: [1] }],
      [complete, "POST", upload.id, {}],
      [abort, "DELETE", upload.id],
    ];
    for (const [handler, method, id, body] of calls) {
      const call = { method, params: { id }, body };
      const { cookie, clientId } = other;
      expect((await request(handler, { ...call, clientId: one.clientId })).status).toBe(401);
      expect((await request(handler, { ...call, cookie, clientId })).status).toBe(404);
      const wrongClient = { ...call, cookie, clientId: one.clientId };
      expect((await request(handler, wrongClient)).status).toBe(404);
    }
    const bulk = { method: "POST", body: ids, cookie: other.cookie, clientId: other.clientId };
    const result = await (await request(trash, bulk)).json();
    expect(result).toEqual({ done: [], notFound: [artifact.id], refused: [] });
    expect((await request(list, { clientId: one.clientId })).status).toBe(401);
    expect((await request(create, { method: "POST", body: film })).status).toBe(401);
  });

  it("refuses a viewer who uploads", async () => {
    const { cookie, clientId } = await testClient("VIEWER");
    const response = await request(create, { method: "POST", body: film, cookie, clientId });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "forbidden" });
  });

  it.each([
    ["no characters", " "],
    ["a NUL", "a\0.mp4"],
    ["a line break", "a\n.mp4"],
    ["300 characters", "x".repeat(300)],
    ["half a character", "\ud83d.mp4"],
  ])("refuses a name of %s", async (_, name) => {
    const { cookie, clientId } = await testClient();
    const call = { method: "POST", cookie, clientId, body: { ...film, name } };
    const response = await request(create, call);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "invalid", errors: [{ path: "name" }] });
  });

  it.each(["../../etc/passwd.mp4", "🎄 夏季促销 🎉.mp4", "a'; drop table artifacts; --.mp4"])(
    "takes the name %s as the text that it is",
    async (name) => {
      const { ctx, cookie, clientId } = await testClient();
      const { artifact, upload } = await created(cookie, clientId, { ...film, name });
      expect(artifact.name).toBe(name);
      const row = await ctx.db.upload.findFirstOrThrow({ where: { id: upload.id } });
      expect(row.stagingKey).toMatch(/^[a-z0-9_-]+\/originals\/[0-9a-f-]{36}$/);
    },
  );

  it.each([
    ["a negative size", { ...film, sizeBytes: -1 }, 400],
    ["half a byte", { ...film, sizeBytes: 0.5 }, 400],
    ["no content type", { ...film, contentType: "text/html\r\nx: y" }, 400],
    ["an unknown type", { ...film, type: "HOLOGRAM" }, 400],
    ["more than is allowed", { ...film, sizeBytes: 21 * 1024 ** 3 }, 413],
  ])("refuses %s", async (_, body, status) => {
    const { cookie, clientId } = await testClient();
    const response = await request(create, { method: "POST", body, cookie, clientId });
    expect(response.status).toBe(status);
  });

  it.each([[[4]], [[0]], [[1.5]], [[]]])("signs no parts %j of three", async (partNumbers) => {
    const { cookie, clientId } = await testClient();
    const { upload } = await created(cookie, clientId);
    const call = { method: "POST", cookie, clientId, params: { id: upload.id } };
    const response = await request(sign, { ...call, body: { partNumbers } });
    expect(response.status).toBe(400);
  });

  it("answers a completion before the bytes with what is missing", async () => {
    const { cookie, clientId } = await testClient();
    const { upload } = await created(cookie, clientId);
    const call = { method: "POST", cookie, clientId, params: { id: upload.id }, body: {} };
    const response = await request(complete, call);
    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({ reason: "upload_incomplete" });
  });
});
