import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { POST } from "@/app/api/v1/screens/pair/route";
import { contextOfScreen } from "@/lib/auth";
import { isAppError } from "@/lib/errors";
import { createPairing, getPairing, pairScreen } from "@/lib/screens";
import { Screen } from "@/lib/screens/schema";
import { request, type TestClient, testClient, testRuntime } from "@/lib/testing";

async function newPairing() {
  const { db, pool, storage, log } = await testRuntime();
  const actor = { kind: "anonymous", address: uuid() } as const;
  const ctx = { actor, db, pool, storage, log, requestId: uuid() };
  return { ctx, ...(await createPairing(ctx)) };
}

function pair({ clientId, cookie }: TestClient, body: unknown) {
  return request(POST, { method: "POST", clientId, cookie, body });
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  return isAppError(error) ? error.reason : String(error);
}

describe("pairing a screen", () => {
  it("makes the screen of the code this client's, and its secret the token", async () => {
    const client = await testClient();
    const { ctx, id, code, secret } = await newPairing();
    const response = await pair(client, { code, name: "Window left" });
    expect(response.status).toBe(201);
    const screen = Screen.parse(await response.json());
    expect(screen).toMatchObject({ name: "Window left", online: false, site: null, version: 1 });
    expect(await getPairing(ctx, { id, secret })).toEqual({ state: "paired", screenId: screen.id });
    const { clientId, actor } = await contextOfScreen(secret);
    expect({ clientId, screenId: actor.screenId }).toEqual({
      clientId: client.clientId,
      screenId: screen.id,
    });
  });

  it("accepts a code typed with a space or a dash", async () => {
    const client = await testClient();
    const { code } = await newPairing();
    const typed = `${code.slice(0, 3)} -${code.slice(3)}`;
    expect((await pair(client, { code: typed, name: "Till" })).status).toBe(201);
  });

  it("leaves an audit event", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const { code } = await newPairing();
    const { id } = Screen.parse(await (await pair(client, { code, name: "Till" })).json());
    const where = { clientId: client.clientId, action: "screen.pair", subjectId: id };
    expect(await db.auditEvent.count({ where })).toBe(1);
  });

  it("said twice answers the same screen", async () => {
    const client = await testClient();
    const { code } = await newPairing();
    const [first, second] = await Promise.all([
      pair(client, { code, name: "Door" }),
      pair(client, { code, name: "Door" }),
    ]);
    expect(Screen.parse(await first.json()).id).toBe(Screen.parse(await second.json()).id);
  });

  it("does not tell another client that a code was used", async () => {
    const [one, other] = await Promise.all([testClient(), testClient()]);
    const { code } = await newPairing();
    await pair(one, { code, name: "Door" });
    const response = await pair(other, { code, name: "Door" });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ reason: "code_unknown" });
  });

  it("does not know an expired code", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const { id, code } = await newPairing();
    await db.pairing.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    const response = await pair(client, { code, name: "Door" });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      reason: "code_unknown",
      detail: expect.stringContaining("code"),
    });
  });

  it("is not for uploaders and viewers", async () => {
    const client = await testClient();
    const { code } = await newPairing();
    const input = { code, name: "Door", siteId: null };
    for (const role of ["UPLOADER", "VIEWER"] as const) {
      expect(await reasonOf(pairScreen(await client.as(role), input))).toBe("forbidden");
    }
    expect((await pairScreen(await client.as("MANAGER"), input)).name).toBe("Door");
  });

  it("refuses what is no code or no name", async () => {
    const client = await testClient();
    for (const body of [{ code: "12345", name: "Door" }, { code: "123456", name: " " }, {}]) {
      expect((await pair(client, body)).status).toBe(400);
    }
  });

  it("stops whoever guesses codes, but not who types many right ones", async () => {
    const client = await testClient();
    for (let round = 0; round < 15; round++) {
      const { code } = await newPairing();
      expect((await pair(client, { code, name: `Screen ${round}` })).status).toBe(201);
    }
    const { code } = await newPairing();
    const wrong = code === "000000" ? "000001" : "000000";
    for (let guess = 0; guess < 10; guess++) await pair(client, { code: wrong, name: "Door" });
    expect((await pair(client, { code, name: "Door" })).status).toBe(429);
  });

  it("keeps a member to their stores", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const { clientId } = client;
    const [mine, theirs] = [uuid(), uuid()];
    await db.site.createMany({
      data: [
        { clientId, id: mine, name: "Harbour" },
        { clientId, id: theirs, name: "Station" },
      ],
    });
    const confined = { ...client.ctx, siteIds: [mine] };
    const { code } = await newPairing();
    const input = { code, name: "Door" };
    expect(await reasonOf(pairScreen(confined, { ...input, siteId: null }))).toBe("site_required");
    expect(await reasonOf(pairScreen(confined, { ...input, siteId: theirs }))).toBe("site_unknown");
    const screen = await pairScreen(confined, { ...input, siteId: mine });
    expect(screen.site).toEqual({ id: mine, name: "Harbour" });
  });

  it("does not know a store of another client", async () => {
    const { db } = await testRuntime();
    const [client, other] = await Promise.all([testClient(), testClient()]);
    const siteId = uuid();
    await db.site.create({ data: { clientId: other.clientId, id: siteId, name: "Harbour" } });
    const { code } = await newPairing();
    const work = pairScreen(client.ctx, { code, name: "Door", siteId });
    expect(await reasonOf(work)).toBe("site_unknown");
  });
});
