import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { callerKey, hashToken, limit } from "@/lib/auth";
import type { BaseContext } from "@/lib/context";
import { type TestPerson, testClient } from "@/lib/testing";
import { acceptInvitation } from "./accept-invitation";
import { createInvitation } from "./create-invitation";
import { createSite } from "./create-site";
import { listInvitations } from "./list-invitations";
import { listMembers } from "./list-members";
import { previewInvitation } from "./preview-invitation";
import { revokeInvitation } from "./revoke-invitation";

const password = "a long and honest password";

function stranger({ db, pool, storage, log }: BaseContext): BaseContext {
  const network = randomBytes(4).toString("hex").replace(/^..../, "$&:");
  const actor = { kind: "anonymous", address: `2001:db8:${network}::1` } as const;
  return { db, pool, storage, log, requestId: "test", actor };
}

function signedIn({ ctx }: TestPerson): BaseContext {
  const { db, pool, storage, log, actor, requestId } = ctx;
  return { db, pool, storage, log, actor, requestId };
}

const newPerson = () => ({ name: "Bo", email: `${uuid()}@example.com`, password });

describe("an invitation", () => {
  it("makes a new person a member, once", async () => {
    const { ctx, clientId } = await testClient();
    const { token, invitation } = await createInvitation(ctx, { role: "UPLOADER", siteIds: [] });
    const nobody = stranger(ctx);
    expect(await previewInvitation(nobody, token)).toMatchObject({
      role: "UPLOADER",
      email: null,
      signedInAs: null,
    });
    const bo = newPerson();
    expect(await acceptInvitation(nobody, token, bo)).toEqual({ clientId, email: bo.email });
    const { items } = await listMembers(ctx);
    expect(items.find(({ email }) => email === bo.email)).toMatchObject({ role: "UPLOADER" });
    expect((await listInvitations(ctx)).items).toEqual([]);

    const again = acceptInvitation(nobody, token, newPerson());
    await expect(again).rejects.toMatchObject({ code: "not_found", reason: "invitation_gone" });
    const withdrawn = revokeInvitation(ctx, invitation.id);
    await expect(withdrawn).rejects.toMatchObject({ code: "not_found" });
  });

  it("lets one of two win who accept at once", async () => {
    const { ctx } = await testClient();
    const { token } = await createInvitation(ctx, { role: "VIEWER", siteIds: [] });
    const both = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(stranger(ctx), token, newPerson())),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await listMembers(ctx)).items).toHaveLength(2);
  });

  it("makes the signed-in person a member, with the sites it names", async () => {
    const [shop, other] = await Promise.all([testClient(), testClient()]);
    const site = await createSite(shop.ctx, { name: "North" });
    const made = await createInvitation(shop.ctx, { role: "MANAGER", siteIds: [site.id] });
    await acceptInvitation(signedIn(other), made.token, {});
    const { items } = await listMembers(shop.ctx);
    const member = items.find(({ userId }) => userId === other.userId);
    expect(member).toMatchObject({ role: "MANAGER", siteIds: [site.id] });

    const second = await createInvitation(shop.ctx, { role: "OWNER", siteIds: [] });
    const again = acceptInvitation(signedIn(other), second.token, {});
    await expect(again).rejects.toMatchObject({ code: "conflict", reason: "already_member" });
    // It was not used up by that.
    expect((await listInvitations(shop.ctx)).items).toHaveLength(1);
  });

  it("that is bound to an e-mail is for nobody else", async () => {
    const [shop, other] = await Promise.all([testClient(), testClient()]);
    const email = `${uuid()}@example.com`;
    const { token } = await createInvitation(shop.ctx, { role: "VIEWER", siteIds: [], email });
    const foreign = { code: "forbidden", reason: "invitation_for_other" };
    await expect(acceptInvitation(signedIn(other), token, {})).rejects.toMatchObject(foreign);
    const posing = acceptInvitation(stranger(shop.ctx), token, newPerson());
    await expect(posing).rejects.toMatchObject(foreign);
    const accepted = await acceptInvitation(stranger(shop.ctx), token, { name: "Bo", password });
    expect(accepted.email).toBe(email);
  });

  it("asks somebody who has an account to sign in first", async () => {
    const [shop, other] = await Promise.all([testClient(), testClient()]);
    const { token } = await createInvitation(shop.ctx, { role: "VIEWER", siteIds: [] });
    const taken = { ...newPerson(), email: other.email };
    const accepted = acceptInvitation(stranger(shop.ctx), token, taken);
    await expect(accepted).rejects.toMatchObject({ code: "conflict", reason: "account_exists" });
    const empty = acceptInvitation(stranger(shop.ctx), token, {});
    await expect(empty).rejects.toMatchObject({ reason: "invitation_incomplete" });
  });

  it("is gone when it expired, was withdrawn or never was", async () => {
    const { ctx } = await testClient();
    const gone = { code: "not_found", reason: "invitation_gone" };
    const old = await createInvitation(ctx, { role: "VIEWER", siteIds: [] });
    await ctx.db.invitation.update({
      where: { tokenHash: hashToken(old.token) },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    const withdrawn = await createInvitation(ctx, { role: "VIEWER", siteIds: [] });
    await revokeInvitation(ctx, withdrawn.invitation.id);
    for (const token of [old.token, withdrawn.token, "never", old.invitation.id]) {
      await expect(previewInvitation(stranger(ctx), token)).rejects.toMatchObject(gone);
      const accepted = acceptInvitation(stranger(ctx), token, newPerson());
      await expect(accepted).rejects.toMatchObject(gone);
    }
    expect((await listInvitations(ctx)).items).toEqual([]);
  });

  it("can be withdrawn by its own client only", async () => {
    const [own, other] = await Promise.all([testClient(), testClient()]);
    const { invitation } = await createInvitation(own.ctx, { role: "VIEWER", siteIds: [] });
    const foreign = revokeInvitation(other.ctx, invitation.id);
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
    expect((await listInvitations(other.ctx)).items).toEqual([]);
  });

  it("never lets a manager make an owner, nor anybody below invite", async () => {
    const { as } = await testClient();
    const [manager, uploader] = await Promise.all([as("MANAGER"), as("UPLOADER")]);
    const owner = createInvitation(manager, { role: "OWNER", siteIds: [] });
    await expect(owner).rejects.toMatchObject({ code: "forbidden", reason: "owners_only" });
    const viewer = createInvitation(uploader, { role: "VIEWER", siteIds: [] });
    await expect(viewer).rejects.toMatchObject({ code: "forbidden" });
    await expect(listInvitations(uploader)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("stays within the sites of who invites, and of the client", async () => {
    const [own, other] = await Promise.all([testClient(), testClient()]);
    const [north, foreign] = await Promise.all([
      createSite(own.ctx, { name: "North" }),
      createSite(other.ctx, { name: "South" }),
    ]);
    const unknown = createInvitation(own.ctx, { role: "VIEWER", siteIds: [foreign.id] });
    await expect(unknown).rejects.toMatchObject({ code: "not_found", reason: "unknown_site" });
    const confined = { ...(await own.as("MANAGER")), siteIds: [north.id] };
    const wide = createInvitation(confined, { role: "VIEWER", siteIds: [] });
    await expect(wide).rejects.toMatchObject({ reason: "outside_your_sites" });
    await createInvitation(confined, { role: "VIEWER", siteIds: [north.id] });
    const owner = createInvitation(own.ctx, { role: "OWNER", siteIds: [north.id] });
    await expect(owner).rejects.toMatchObject({ reason: "owner_not_confined" });
  });

  it("cannot be tried without end", async () => {
    const { ctx } = await testClient();
    const nobody = stranger(ctx);
    const key = callerKey(nobody.actor);
    const allowance = { points: 20, durationSeconds: 900 };
    for (let attempt = 0; attempt < 20; attempt++) await limit(ctx, "accept", key, allowance);
    const accepted = acceptInvitation(nobody, "a guess", newPerson());
    await expect(accepted).rejects.toMatchObject({ code: "rate_limited" });
  });
});
