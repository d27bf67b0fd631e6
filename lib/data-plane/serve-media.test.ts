import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { forgetMedia } from "@/lib/artifacts";
import { mediaPath, signMediaUrl } from "@/lib/storage";
import { type TestClient, testClient } from "@/lib/testing";
import { startDataPlane, type TestArtifact } from "./test-server";

const text = "not really a picture";
const sha256 = createHash("sha256").update(text).digest("hex");
let plane: Awaited<ReturnType<typeof startDataPlane>>;

describe("/media", () => {
  let shop: TestClient;
  let artifact: TestArtifact;
  const get = (path: string, headers: Record<string, string> = {}) =>
    plane.fetch(path, { headers, redirect: "manual" });

  beforeAll(async () => {
    plane = await startDataPlane();
    shop = await testClient("VIEWER");
    artifact = await plane.artifactOf(shop, text);
    return plane.close;
  });

  it("gives a member of the client the bytes, to look at or to keep", async () => {
    const response = await get(mediaPath(artifact), { cookie: shop.cookie });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(text);
    expect(response.headers.get("etag")).toBe(`"${sha256}"`);
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(response.headers.get("cache-control")).toMatch(/^private, .*immutable$/);
    const range = await get(mediaPath(artifact), { cookie: shop.cookie, range: "bytes=4-9" });
    expect([range.status, await range.text()]).toEqual([206, "really"]);
    const download = await get(`${mediaPath(artifact)}?download=1`, { cookie: shop.cookie });
    expect(download.headers.get("content-disposition")).toMatch(
      /^attachment; filename="poster.png"/,
    );
  });

  it("knows nobody without a session, and another client's member not at all", async () => {
    expect((await get(mediaPath(artifact))).status).toBe(401);
    const stranger = await testClient("OWNER");
    const response = await get(mediaPath(artifact), { cookie: stranger.cookie });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "not_found" });
    const mixed = mediaPath({ ...artifact, clientId: stranger.clientId });
    expect((await get(mixed, { cookie: stranger.cookie })).status).toBe(404);
  });

  it("takes a signed link instead, until it expires or is altered", async () => {
    const { secrets } = plane.runtime;
    const url = signMediaUrl(secrets, { ...artifact, now: new Date() });
    const response = await get(url);
    expect(await response.text()).toBe(text);
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const forged = await get(`${url}x`);
    expect([forged.status, await forged.json()]).toMatchObject([403, { reason: "bad_signature" }]);
    const old = await get(signMediaUrl(secrets, { ...artifact, now: new Date(0) }));
    expect([old.status, await old.json()]).toMatchObject([403, { reason: "url_expired" }]);
  });

  it("knows only bytes that are the artifact's own or made from them", async () => {
    const other = mediaPath({ ...artifact, sha256: "0".repeat(64) });
    expect((await get(other, { cookie: shop.cookie })).status).toBe(404);
    const rendition = await plane.artifactOf(shop, "a smaller picture");
    await plane.runtime.db.rendition.create({
      data: {
        clientId: shop.clientId,
        sourceBlobId: artifact.blobId,
        kind: "POSTER",
        blobId: rendition.blobId,
      },
    });
    const path = mediaPath({ ...artifact, sha256: rendition.sha256 });
    const response = await get(`${path}?download=1`, { cookie: shop.cookie });
    expect(await response.text()).toBe("a smaller picture");
    expect(response.headers.get("content-disposition")).toContain("poster.png.png");
  });

  it("reads equal bytes that are sound rather than those that are lost", async () => {
    const { db } = plane.runtime;
    const lost = await plane.artifactOf(shop, "sent again");
    const again = await plane.artifactOf(shop, "sent again");
    const { clientId, artifactId } = lost;
    const blob = { clientId, blobId: lost.blobId };
    const ask = async () => {
      forgetMedia(clientId, [artifactId]);
      return get(mediaPath(lost), { cookie: shop.cookie });
    };
    const file = { fileName: "poster.png", contentType: "image/png", sizeBytes: 10n };
    const of = { clientId, artifactId, origin: "UPLOAD", state: "READY" } as const;
    await db.artifactVersion.createMany({
      data: [
        { ...file, ...of, number: 1, blobId: lost.blobId },
        { ...file, ...of, number: 2, blobId: again.blobId },
      ],
    });
    const { objectKey } = await db.placement.findFirstOrThrow({ where: blob });
    await plane.driver.delete(objectKey);
    // Not found out yet: the other blob's place is asked when this one has nothing.
    expect(await (await ask()).text()).toBe("sent again");
    for (const data of [{ problem: "missing" }, { state: "DAMAGED" } as const]) {
      await db.placement.updateMany({ where: blob, data });
      expect(await (await ask()).text()).toBe("sent again");
    }
    // Only broken ones are left: told as it is.
    await db.placement.updateMany({ where: blob, data: { state: "PRESENT" } });
    await db.placement.deleteMany({ where: { clientId, blobId: again.blobId } });
    expect((await ask()).status).toBe(404);
  });

  it("shows what lies in the trash to people only", async () => {
    const trashed = await plane.artifactOf(shop, "thrown away");
    const link = signMediaUrl(plane.runtime.secrets, { ...trashed, now: new Date() });
    expect((await get(link)).status).toBe(200);
    await plane.runtime.db.artifact.updateMany({
      where: { clientId: shop.clientId, id: trashed.artifactId },
      data: { trashedAt: new Date() },
    });
    forgetMedia(shop.clientId, [trashed.artifactId]);
    expect((await get(link)).status).toBe(404);
    expect((await get(mediaPath(trashed), { cookie: shop.cookie })).status).toBe(200);
  });

  it.each([
    "/media/",
    "/media/../../etc/passwd",
    `/media/client_001/${randomUUID()}/${"z".repeat(64)}`,
    `/media/client_001/${randomUUID()}/${"a".repeat(64)}%00`,
  ])("has nothing at %s", async (path) => {
    const response = await get(path, { cookie: shop.cookie });
    expect([200, 404]).toContain(response.status);
    expect(await response.text()).not.toContain("root:");
  });
});
