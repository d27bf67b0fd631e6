import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { type TestPerson, testClient, testRuntime, testSecrets } from "@/lib/testing";
import type { PersonContext } from "./access";
import { authenticate } from "./authenticate";
import { authenticateMedia } from "./authenticate-media";
import { authenticateSession } from "./authenticate-session";
import { authenticateSocket } from "./authenticate-socket";
import { changePassword } from "./change-password";
import { changeRights } from "./change-rights";
import { hashPassword } from "./hash-password";
import { hashToken } from "./hash-token";
import { sessionCookie } from "./session-cookie";
import { signOutEverywhere } from "./sign-out-everywhere";

const asPerson = ({ ctx, userId }: TestPerson): PersonContext => ({
  ...ctx,
  actor: { kind: "person", userId, isAdmin: false },
});

function come(access: "client" | "person" | "screen" | "anyone", headers: Record<string, string>) {
  return authenticate({ headers: new Headers(headers) }, access, "test");
}

async function aScreen(clientId: string) {
  const { db } = await testRuntime();
  const token = randomBytes(32).toString("base64url");
  const data = { clientId, id: uuid(), name: "Window", tokenHash: hashToken(token) };
  await db.screen.create({ data });
  return { id: data.id, token };
}

describe("a request for a client", () => {
  it("acts with the scopes of the person's role", async () => {
    const { clientId, cookie, userId } = await testClient("UPLOADER");
    const ctx = await come("client", { cookie, "x-client-id": clientId });
    expect(ctx).toMatchObject({ clientId, actor: { kind: "person", userId, isAdmin: false } });
    if (!("scopes" in ctx)) throw new Error("no scopes");
    expect(ctx.scopes.has("artifacts:write")).toBe(true);
    expect(ctx.scopes.has("artifacts:delete")).toBe(false);
  });

  it("is unauthenticated without a session, with an altered one, an expired one, one of another secret", async () => {
    const { clientId, cookie, userId } = await testClient();
    const person = { userId, sessionVersion: 1 };
    const at = cookie.length - 20;
    const altered = cookie.slice(0, at) + (cookie[at] === "A" ? "B" : "A") + cookie.slice(at + 1);
    const expired = await sessionCookie(testSecrets.session, person, { maxAgeSeconds: -60 });
    const foreign = await sessionCookie("another secret", person);
    for (const cookie of ["", altered, expired, foreign, "next-auth.session-token=nonsense"]) {
      const headers = { cookie, "x-client-id": clientId };
      await expect(come("client", headers)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });

  it("does not find a client of others, nor one that is not there", async () => {
    const [own, other] = await Promise.all([testClient(), testClient()]);
    for (const id of [other.clientId, "client_nowhere"]) {
      const headers = { cookie: own.cookie, "x-client-id": id };
      await expect(come("client", headers)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("refuses an id that cannot be one", async () => {
    const { cookie } = await testClient();
    const headers = { cookie, "x-client-id": "../etc" };
    await expect(come("client", headers)).rejects.toMatchObject({ code: "invalid" });
  });

  it("needs no id from a person with one client, and asks a person with two", async () => {
    const { db, sessions } = await testRuntime();
    const [own, other] = await Promise.all([testClient(), testClient()]);
    expect(await come("client", { cookie: own.cookie })).toMatchObject({ clientId: own.clientId });
    const data = { clientId: other.clientId, userId: own.userId, role: "VIEWER" } as const;
    await db.membership.create({ data });
    sessions.forget(own.userId);
    const asked = come("client", { cookie: own.cookie });
    await expect(asked).rejects.toMatchObject({ code: "invalid", reason: "client_missing" });
  });

  it("confines a member to the sites of the membership", async () => {
    const { db } = await testRuntime();
    const { clientId, person } = await testClient();
    const { userId, cookie } = await person("MANAGER");
    const siteId = uuid();
    await db.site.create({ data: { clientId, id: siteId, name: "North" } });
    await db.membershipSite.create({ data: { clientId, userId, siteId } });
    expect(await come("client", { cookie })).toMatchObject({ siteIds: [siteId] });
  });

  it("gives an administrator everything, everywhere", async () => {
    const { db } = await testRuntime();
    const [own, other] = await Promise.all([testClient("VIEWER"), testClient()]);
    await db.user.update({ where: { id: own.userId }, data: { isAdmin: true } });
    const ctx = await come("client", { cookie: own.cookie, "x-client-id": other.clientId });
    if (!("scopes" in ctx)) throw new Error("no scopes");
    expect(ctx.scopes.has("client:write")).toBe(true);
    const person = await authenticateSession(new Headers({ cookie: own.cookie }));
    expect(person?.clients.find((one) => one.id === other.clientId)?.role).toBeNull();
  });

  it("knows a session in the cookie of TLS, and in pieces", async () => {
    const { userId, clientId } = await testClient();
    const person = { userId, sessionVersion: 1 };
    const secure = await sessionCookie(testSecrets.session, person, { secure: true });
    expect(secure).toMatch(/^__Secure-/);
    expect(await come("client", { cookie: `a=b; ${secure}` })).toMatchObject({ clientId });
    const [name = "", token = ""] = (await sessionCookie(testSecrets.session, person)).split("=");
    const pieces = `${name}.1=${token.slice(100)}; ${name}.0=${token.slice(0, 100)}`;
    expect(await come("client", { cookie: pieces })).toMatchObject({ clientId });
  });
});

describe("a session", () => {
  it("ends with a changed password, everywhere at once", async () => {
    const { db } = await testRuntime();
    const client = await testClient();
    const { userId: id, cookie } = client;
    const passwordHash = await hashPassword("the old password");
    await db.user.update({ where: { id }, data: { passwordHash } });
    await come("client", { cookie });

    const wrong = { current: "not the old one", next: "the new password" };
    const refused = changePassword(asPerson(client), wrong);
    await expect(refused).rejects.toMatchObject({ code: "invalid", reason: "wrong_password" });
    await come("client", { cookie });

    const right = { current: "the old password", next: "the new password" };
    const renewed = await changePassword(asPerson(client), right);
    await expect(come("client", { cookie })).rejects.toMatchObject({ code: "unauthenticated" });
    const next = await sessionCookie(testSecrets.session, renewed);
    expect(await come("client", { cookie: next })).toMatchObject({ clientId: client.clientId });
    const again = changePassword(asPerson(client), right);
    await expect(again).rejects.toMatchObject({ reason: "wrong_password" });
  });

  it("ends when the person signs out everywhere", async () => {
    const client = await testClient();
    const { cookie, clientId } = client;
    await come("client", { cookie });
    await signOutEverywhere(asPerson(client));
    await expect(come("person", { cookie })).rejects.toMatchObject({ code: "unauthenticated" });
    const socket = authenticateSocket({ cookie }, clientId);
    await expect(socket).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await authenticateSession(new Headers({ cookie }))).toBeUndefined();
    expect(await come("anyone", { cookie })).toMatchObject({ actor: { kind: "anonymous" } });
  });

  it("is known to a process that has not heard of the change yet", async () => {
    const { db } = await testRuntime();
    const { userId: id, cookie } = await testClient();
    await come("client", { cookie });
    await db.user.update({ where: { id }, data: { sessionVersion: 2 } });
    const next = await sessionCookie(testSecrets.session, { userId: id, sessionVersion: 2 });
    await come("client", { cookie: next });
    await expect(come("client", { cookie })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("keeps no right that was read before it was taken away", async () => {
    const { sessions } = await testRuntime();
    const { ctx, userId, cookie, clientId } = await testClient();
    const where = { clientId_userId: { clientId, userId } };
    await changeRights(ctx, [userId], async (ctx) => {
      // Read while the change is under way: the old role, kept by nobody.
      await come("client", { cookie });
      await ctx.db.membership.delete({ where });
    });
    const headers = { cookie, "x-client-id": clientId };
    await expect(come("client", headers)).rejects.toMatchObject({ code: "not_found" });
    sessions.clear();
    await expect(come("client", headers)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a screen", () => {
  it("is known by its token, in its own client only", async () => {
    const [own, other] = await Promise.all([testClient(), testClient()]);
    const { id, token } = await aScreen(own.clientId);
    const authorization = `Bearer ${token}`;
    const ctx = await come("screen", { authorization });
    expect(ctx).toMatchObject({ clientId: own.clientId, actor: { kind: "screen", screenId: id } });
    const media = await authenticateMedia({ authorization }, own.clientId);
    expect(media).toMatchObject({ clientId: own.clientId, actor: { kind: "screen" } });
    const foreign = authenticateMedia({ authorization }, other.clientId);
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });

  it("is nobody with another token, and no person", async () => {
    const { clientId, cookie } = await testClient();
    const { token } = await aScreen(clientId);
    for (const headers of [{ authorization: "Bearer x" }, { cookie }, {}]) {
      const asked = come("screen", headers as Record<string, string>);
      await expect(asked).rejects.toMatchObject({ code: "unauthenticated" });
    }
    const asPerson = come("client", { authorization: `Bearer ${token}` });
    await expect(asPerson).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("media", () => {
  it("are for the people of the client", async () => {
    const [own, other] = await Promise.all([testClient("VIEWER"), testClient()]);
    const { cookie } = own;
    const asked = await authenticateMedia({ cookie }, own.clientId);
    expect(asked).toMatchObject({ clientId: own.clientId, actor: { kind: "person" } });
    const foreign = authenticateMedia({ cookie }, other.clientId);
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    const nobody = authenticateMedia({}, own.clientId);
    await expect(nobody).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
