import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/screen/manifest/route";
import { hashToken } from "@/lib/auth";
import { createSite, updateSite } from "@/lib/clients";

import { removeScreen, updateScreen } from "@/lib/screens";
import { Manifest } from "@/lib/screens/schema";
import { request, storedArtifact, type TestClient, testClient, testRuntime } from "@/lib/testing";

async function newScreen({ clientId }: TestClient) {
  const { db } = await testRuntime();
  const id = uuid();
  const token = randomBytes(32).toString("base64url");
  await db.screen.create({ data: { clientId, id, name: "Door", tokenHash: hashToken(token) } });
  return { id, token };
}

async function manifestOf(token: string) {
  return Manifest.parse(await (await request(GET, { bearer: token })).json());
}

describe("a screen's manifest", () => {
  it("names the client's films and pictures, newest first, with signed URLs", async () => {
    const client = await testClient();
    const { id, token } = await newScreen(client);
    const film = await storedArtifact(client.clientId, { name: "Spring.mp4" });
    const picture = await storedArtifact(client.clientId, {
      name: "Menu.png",
      type: "IMAGE",
      contentType: "image/png",
    });
    await storedArtifact(client.clientId, { type: "AUDIO", contentType: "audio/mpeg" });
    const manifest = await manifestOf(token);
    expect(manifest.screen).toEqual({ id, name: "Door", region: null });
    expect(manifest.items).toMatchObject([
      { artifactId: picture.id, kind: "image", name: "Menu.png", durationMs: 10_000 },
      { artifactId: film.id, kind: "video", sha256: film.sha256, sizeBytes: 1000, width: 640 },
    ]);
    expect(manifest.items[1]?.url).toMatch(
      `/media/${client.clientId}/${film.id}/${film.sha256}?e=`,
    );
    expect(Date.parse(manifest.urlsExpireAt) - Date.now()).toBeGreaterThanOrEqual(24 * 3600_000);
  });

  it("leaves out what is trashed, not available or not verified", async () => {
    const { db } = await testRuntime();
    const { clientId, ...client } = await testClient();
    const { token } = await newScreen({ clientId, ...client });
    const [trashed, failed, unverified] = await Promise.all([
      storedArtifact(clientId),
      storedArtifact(clientId),
      storedArtifact(clientId),
    ]);
    const set = (id: string, data: object) =>
      db.artifact.update({ where: { clientId_id: { clientId, id } }, data });
    await set(trashed.id, { trashedAt: new Date() });
    await set(failed.id, { status: "FAILED" });
    await db.blob.updateMany({
      where: { clientId, sha256: unverified.sha256 },
      data: { sha256: null, state: "STAGED" },
    });
    expect((await manifestOf(token)).items).toEqual([]);
  });

  it("has a revision that changes with what is played, not with a name", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const { token } = await newScreen(client);
    const { clientId } = client;
    const empty = await manifestOf(token);
    const { id } = await storedArtifact(clientId);
    const filled = await manifestOf(token);
    expect(filled.revision).not.toBe(empty.revision);
    await db.artifact.update({ where: { clientId_id: { clientId, id } }, data: { name: "New" } });
    const renamed = await manifestOf(token);
    expect(renamed.revision).toBe(filled.revision);
    expect(renamed.items[0]?.name).toBe("New");
  });

  it("answers 304 to who has it, also through a proxy that weakens the tag", async () => {
    const client = await testClient();
    const { token } = await newScreen(client);
    const first = await request(GET, { bearer: token });
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toContain(`"${Manifest.parse(await first.json()).revision}`);
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await request(GET, { bearer: token, headers: { "if-none-match": held } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
    }
    await storedArtifact(client.clientId);
    const changed = await request(GET, { bearer: token, headers: { "if-none-match": etag } });
    expect(changed.status).toBe(200);
  });

  it("tells a screen its site's region, and at once of another, without a new revision", async () => {
    const client = await testClient();
    const { clientId, ctx } = client;
    const { id, token } = await newScreen(client);
    const other = await newScreen(client);
    const site = await createSite(ctx, { name: "North", region: "north" });
    await updateScreen(ctx, id, { siteId: site.id, version: 1 });
    await storedArtifact(clientId);
    const first = await request(GET, { bearer: token });
    const before = Manifest.parse(await first.json());
    expect(before.screen.region).toBe("north");

    await updateSite(ctx, site.id, { name: "North", region: "south", version: 1 });
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    const again = await request(GET, { bearer: token, headers });
    const after = Manifest.parse(await again.json());
    expect(after).toEqual({ ...before, screen: { id, name: "Door", region: "south" } });
    expect((await manifestOf(other.token)).screen.region).toBeNull();
  });

  it("never holds another client's files", async () => {
    const [client, other] = await Promise.all([testClient(), testClient()]);
    await storedArtifact(other.clientId);
    const { token } = await newScreen(client);
    expect((await manifestOf(token)).items).toEqual([]);
  });

  it("is refused without a token, with an unknown one and to people", async () => {
    const { cookie, clientId } = await testClient();
    expect((await request(GET)).status).toBe(401);
    expect((await request(GET, { bearer: "unknown" })).status).toBe(401);
    expect((await request(GET, { cookie, clientId })).status).toBe(401);
  });

  it("ends when the screen is removed", async () => {
    const client = await testClient();
    const { id, token } = await newScreen(client);
    expect((await request(GET, { bearer: token })).status).toBe(200);
    await removeScreen(client.ctx, id);
    expect((await request(GET, { bearer: token })).status).toBe(401);
  });
});
