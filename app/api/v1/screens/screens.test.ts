import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/v1/screens/[id]/route";
import { GET } from "@/app/api/v1/screens/route";
import { contextOfScreen, hashToken } from "@/lib/auth";
import { listScreens, removeScreen } from "@/lib/screens";
import { Screen, ScreenList } from "@/lib/screens/schema";
import { request, storedArtifact, type TestClient, testClient, testRuntime } from "@/lib/testing";

async function newScreen({ clientId }: TestClient, name = "Door", siteId: string | null = null) {
  const { db } = await testRuntime();
  const id = uuid();
  const token = randomBytes(32).toString("base64url");
  await db.screen.create({ data: { clientId, id, name, siteId, tokenHash: hashToken(token) } });
  return { id, token };
}

async function newSite({ clientId }: TestClient, name: string) {
  const { db } = await testRuntime();
  const id = uuid();
  await db.site.create({ data: { clientId, id, name } });
  return id;
}

async function list({ clientId, cookie }: TestClient) {
  return ScreenList.parse(await (await request(GET, { clientId, cookie })).json()).items;
}

function patch({ clientId, cookie }: TestClient, id: string, body: unknown) {
  return request(PATCH, { method: "PATCH", params: { id }, clientId, cookie, body });
}

describe("the list of screens", () => {
  it("shows the client's own, by name, with what they play", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const video = await storedArtifact(client.clientId, { name: "Spring.mp4", hasPoster: true });
    const { id } = await newScreen(client, "Window");
    await newScreen(client, "Door");
    await db.screenState.create({
      data: {
        clientId: client.clientId,
        screenId: id,
        connectionId: uuid(),
        lastSeenAt: new Date(),
        revision: "abc",
        playingArtifactId: video.id,
        playingSince: new Date(),
      },
    });
    const [door, window] = await list(client);
    expect(door).toMatchObject({ name: "Door", online: false, playing: null, revision: null });
    expect(window).toMatchObject({
      name: "Window",
      online: true,
      revision: "abc",
      playing: {
        artifactId: video.id,
        name: "Spring.mp4",
        posterUrl: expect.stringMatching(`^/media/${client.clientId}/${video.id}/[0-9a-f]{64}$`),
      },
    });
    expect(window?.desiredRevision).toMatch(/^[0-9a-f]{16}$/);
  });

  it("takes a screen that was not heard for 45 seconds for offline", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const { id: screenId } = await newScreen(client);
    const { clientId } = client;
    const lastSeenAt = new Date(Date.now() - 46_000);
    await db.screenState.create({
      data: { clientId, screenId, connectionId: uuid(), lastSeenAt },
    });
    expect(await list(client)).toMatchObject([
      { online: false, lastSeenAt: lastSeenAt.toISOString() },
    ]);
  });

  it("never shows another client's", async () => {
    const [one, other] = await Promise.all([testClient(), testClient()]);
    await newScreen(other);
    expect(await list(one)).toEqual([]);
  });

  it("shows a confined member the screens of their stores only", async () => {
    const client = await testClient();
    const [mine, theirs] = [await newSite(client, "Harbour"), await newSite(client, "Station")];
    await Promise.all([
      newScreen(client, "A", mine),
      newScreen(client, "B", theirs),
      newScreen(client, "C"),
    ]);
    const { items } = await listScreens({ ...client.ctx, siteIds: [mine] });
    expect(items.map(({ name }) => name)).toEqual(["A"]);
  });

  it("needs a scope and a session", async () => {
    const client = await testClient();
    await expect(listScreens({ ...client.ctx, scopes: new Set() })).rejects.toThrow("screens:read");
    expect((await request(GET, { clientId: client.clientId })).status).toBe(401);
  });
});

describe("changing a screen", () => {
  it("renames and moves it", async () => {
    const client = await testClient();
    const siteId = await newSite(client, "Harbour");
    const { id } = await newScreen(client);
    const response = await patch(client, id, { name: "Entrance", siteId, version: 1 });
    expect(Screen.parse(await response.json())).toMatchObject({
      name: "Entrance",
      site: { id: siteId, name: "Harbour" },
      version: 2,
    });
  });

  it("is a conflict when someone was faster", async () => {
    const client = await testClient();
    const { id } = await newScreen(client);
    await patch(client, id, { name: "First", version: 1 });
    expect((await patch(client, id, { name: "Second", version: 1 })).status).toBe(409);
    expect(await list(client)).toMatchObject([{ name: "First", version: 2 }]);
  });

  it("does not find another client's screen, nor one outside the member's stores", async () => {
    const [client, other] = await Promise.all([testClient(), testClient()]);
    const site = await newSite(client, "Harbour");
    const { id } = await newScreen(client);
    expect((await patch(other, id, { name: "Mine", version: 1 })).status).toBe(404);
    const confined = { ...client.ctx, siteIds: [site] };
    await expect(removeScreen(confined, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is refused without the scope, and with input that makes no sense", async () => {
    const client = await testClient();
    const { id } = await newScreen(client);
    const viewer = await client.person("VIEWER");
    const asViewer = { ...client, ...viewer };
    expect((await patch(asViewer, id, { name: "X", version: 1 })).status).toBe(403);
    expect((await patch(client, id, { name: "", version: 1 })).status).toBe(400);
    expect((await patch(client, "no-id", { name: "X", version: 1 })).status).toBe(400);
  });
});

describe("removing a screen", () => {
  const remove = ({ clientId, cookie }: TestClient, id: string) =>
    request(DELETE, { method: "DELETE", params: { id }, clientId, cookie });

  it("ends its token at once", async () => {
    const client = await testClient();
    const { id, token } = await newScreen(client);
    expect((await remove(client, id)).status).toBe(204);
    await expect(contextOfScreen(token)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await list(client)).toEqual([]);
  });

  it("said twice is not found", async () => {
    const client = await testClient();
    const { id } = await newScreen(client);
    await remove(client, id);
    expect((await remove(client, id)).status).toBe(404);
  });

  it("is for this client's managers only", async () => {
    const [client, other] = await Promise.all([testClient(), testClient()]);
    const { id } = await newScreen(client);
    expect((await remove(other, id)).status).toBe(404);
    const viewer = await client.person("VIEWER");
    expect((await remove({ ...client, ...viewer }, id)).status).toBe(403);
    expect(await list(client)).toHaveLength(1);
  });
});
