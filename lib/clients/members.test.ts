import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { authenticate } from "@/lib/auth";
import { testClient } from "@/lib/testing";
import { createSite } from "./create-site";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";
import { updateMember } from "./update-member";

const come = (cookie: string, clientId: string) =>
  authenticate({ headers: new Headers({ cookie, "x-client-id": clientId }) }, "client", "test");

describe("members", () => {
  it("are listed for everybody in the client, owners first", async () => {
    const { person, userId } = await testClient();
    const viewer = await person("VIEWER");
    const { items } = await listMembers(viewer.ctx);
    expect(items.map((one) => [one.userId, one.role])).toEqual([
      [userId, "OWNER"],
      [viewer.userId, "VIEWER"],
    ]);
  });

  it("lose a right at once, and are out at once", async () => {
    const { ctx, clientId, person } = await testClient();
    const { userId, cookie } = await person("MANAGER");
    expect((await come(cookie, clientId)) as object).toHaveProperty("scopes");

    await updateMember(ctx, userId, { role: "VIEWER", version: 1 });
    const now = await come(cookie, clientId);
    if (!("scopes" in now)) throw new Error("no scopes");
    expect(now.scopes.has("artifacts:write")).toBe(false);

    await removeMember(ctx, userId);
    await expect(come(cookie, clientId)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeMember(ctx, userId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("are changed by one at a time", async () => {
    const { ctx, person } = await testClient();
    const { userId } = await person("VIEWER");
    await updateMember(ctx, userId, { role: "UPLOADER", version: 1 });
    const late = updateMember(ctx, userId, { role: "MANAGER", version: 1 });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });

  it("of another client do not exist", async () => {
    const [own, other] = await Promise.all([testClient(), testClient()]);
    for (const userId of [other.userId, uuid()]) {
      const changed = updateMember(own.ctx, userId, { role: "VIEWER", version: 1 });
      await expect(changed).rejects.toMatchObject({ code: "not_found" });
      await expect(removeMember(own.ctx, userId)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("are no business of those who only upload", async () => {
    const { as, userId } = await testClient();
    const uploader = await as("UPLOADER");
    const changed = updateMember(uploader, userId, { role: "VIEWER", version: 1 });
    await expect(changed).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeMember(uploader, userId)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("may be confined to sites of the client, owners never", async () => {
    const [own, other] = await Promise.all([testClient(), testClient()]);
    const { userId } = await own.person("UPLOADER");
    const north = await createSite(own.ctx, { name: "North" });
    const foreign = await createSite(other.ctx, { name: "North" });
    const unknown = updateMember(own.ctx, userId, { siteIds: [foreign.id], version: 1 });
    await expect(unknown).rejects.toMatchObject({ reason: "unknown_site" });
    const confined = await updateMember(own.ctx, userId, { siteIds: [north.id], version: 1 });
    expect(confined.siteIds).toEqual([north.id]);
    const owner = await updateMember(own.ctx, userId, { role: "OWNER", version: 2 });
    expect(owner.siteIds).toEqual([]);
    const both = updateMember(own.ctx, userId, { siteIds: [north.id], version: 3 });
    await expect(both).rejects.toMatchObject({ reason: "owner_not_confined" });
  });

  it("of other sites are out of reach for a confined manager", async () => {
    const { ctx, as, person } = await testClient();
    const north = await createSite(ctx, { name: "North" });
    const { userId } = await person("UPLOADER");
    const confined = { ...(await as("MANAGER")), siteIds: [north.id] };
    await expect(removeMember(confined, userId)).rejects.toMatchObject({
      reason: "outside_your_sites",
    });
    await updateMember(ctx, userId, { siteIds: [north.id], version: 1 });
    const freed = updateMember(confined, userId, { siteIds: [], version: 2 });
    await expect(freed).rejects.toMatchObject({ reason: "outside_your_sites" });
    await removeMember(confined, userId);
  });
});

describe("owners", () => {
  it("are made, changed and removed by owners only", async () => {
    const { ctx, userId, as, person } = await testClient();
    const [manager, viewer] = await Promise.all([as("MANAGER"), person("VIEWER")]);
    const refused = { code: "forbidden", reason: "owners_only" };
    await expect(removeMember(manager, userId)).rejects.toMatchObject(refused);
    const demoted = updateMember(manager, userId, { role: "VIEWER", version: 1 });
    await expect(demoted).rejects.toMatchObject(refused);
    const promoted = updateMember(manager, viewer.userId, { role: "OWNER", version: 1 });
    await expect(promoted).rejects.toMatchObject(refused);
    await updateMember(ctx, viewer.userId, { role: "OWNER", version: 1 });
  });

  it("always leave one", async () => {
    const { ctx, userId } = await testClient();
    const last = { code: "conflict", reason: "last_owner" };
    await expect(removeMember(ctx, userId)).rejects.toMatchObject(last);
    const demoted = updateMember(ctx, userId, { role: "MANAGER", version: 1 });
    await expect(demoted).rejects.toMatchObject(last);
  });

  it("always leave one, even when two remove each other", async () => {
    for (let round = 0; round < 5; round++) {
      const one = await testClient();
      const two = await one.person("OWNER");
      const both = await Promise.allSettled([
        removeMember(one.ctx, two.userId),
        removeMember(two.ctx, one.userId),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }
  });
});
