import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import type { PersonContext } from "@/lib/auth";
import { createMemoryStorage } from "@/lib/storage";
import { type TestPerson, testClient, testRuntime, testSecrets } from "@/lib/testing";
import { createClient } from "./create-client";
import { createSite } from "./create-site";
import { deleteSite } from "./delete-site";
import { listClients } from "./list-clients";
import { listSites } from "./list-sites";
import { updateClient } from "./update-client";
import { updateMember } from "./update-member";
import { updateSite } from "./update-site";

const asPerson = ({ ctx, userId }: TestPerson, isAdmin = false): PersonContext => ({
  ...ctx,
  actor: { kind: "person", userId, isAdmin },
});

describe("clients", () => {
  it("are listed to their own people, all of them to an administrator", async () => {
    const [own, other] = await Promise.all([testClient("VIEWER"), testClient()]);
    const { items } = await listClients(asPerson(own));
    expect(items).toMatchObject([{ id: own.clientId, role: "VIEWER" }]);
    const all = await listClients(asPerson(own, true));
    expect(all.items.find(({ id }) => id === other.clientId)).toMatchObject({ role: null });
  });

  it("are made by administrators, under an id that is free", async () => {
    const own = await testClient();
    const input = { id: `client_${uuid()}`, name: "Bakery" };
    const refused = createClient(asPerson(own), input);
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    expect(await createClient(asPerson(own, true), input)).toMatchObject({ ...input, version: 1 });
    const again = createClient(asPerson(own, true), input);
    await expect(again).rejects.toMatchObject({ code: "conflict", reason: "client_id_taken" });
  });

  it("are renamed by their owners, one at a time", async () => {
    const own = await testClient();
    const person = asPerson(own);
    const named = await updateClient(person, own.clientId, { name: "New", version: 1 });
    expect(named).toMatchObject({ name: "New", version: 2, role: "OWNER" });
    const late = updateClient(person, own.clientId, { name: "Late", version: 1 });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    const manager = asPerson(await own.person("MANAGER"));
    const refused = updateClient(manager, own.clientId, { name: "Mine", version: 2 });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    const foreign = await testClient();
    const unseen = updateClient(person, foreign.clientId, { name: "Mine", version: 1 });
    await expect(unseen).rejects.toMatchObject({ code: "not_found" });
    const shorter = await updateClient(person, own.clientId, { trashDays: 7, version: 2 });
    expect(shorter).toMatchObject({ name: "New", trashDays: 7, version: 3 });
  });
});

describe("sites", () => {
  it("are made, renamed and removed by managers", async () => {
    const { as } = await testClient();
    const manager = await as("MANAGER");
    const north = await createSite(manager, { name: "North" });
    const again = createSite(manager, { name: "North" });
    await expect(again).rejects.toMatchObject({ code: "conflict", reason: "site_name_taken" });
    const south = await createSite(manager, { name: "South" });
    const taken = updateSite(manager, south.id, { name: "North", version: 1 });
    await expect(taken).rejects.toMatchObject({ reason: "site_name_taken" });
    const renamed = await updateSite(manager, south.id, { name: "East", version: 1 });
    expect(renamed).toEqual({ id: south.id, name: "East", region: null, version: 2 });
    const late = updateSite(manager, south.id, { name: "West", version: 1 });
    await expect(late).rejects.toMatchObject({ code: "conflict", reason: "conflict" });
    await deleteSite(manager, north.id);
    expect((await listSites(manager)).items).toEqual([renamed]);
    await expect(deleteSite(manager, north.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("bear a region, which stays until another or none is named", async () => {
    const { ctx } = await testClient();
    const { id } = await createSite(ctx, { name: "North", region: "eu" });
    const renamed = await updateSite(ctx, id, { name: "South", version: 1 });
    expect(renamed).toMatchObject({ name: "South", region: "eu" });
    const moved = await updateSite(ctx, id, { name: "South", region: "us", version: 2 });
    expect((await listSites(ctx)).items).toEqual([moved]);
    const cleared = await updateSite(ctx, id, { name: "South", region: null, version: 3 });
    expect(cleared).toMatchObject({ region: null, version: 4 });
  });

  it("are listed with the regions that this server's places name", async () => {
    const { ctx } = await testClient();
    expect((await listSites(ctx)).regions).toEqual([]);
    const storage = createMemoryStorage(testSecrets, [], {
      regions: { memory: "us", copies: "eu", more: "us" },
    });
    expect((await listSites({ ...ctx, storage })).regions).toEqual(["eu", "us"]);
  });

  it("are left alone by those who only upload", async () => {
    const { ctx, as } = await testClient();
    const { id } = await createSite(ctx, { name: "North" });
    const uploader = await as("UPLOADER");
    const refused = { code: "forbidden" };
    await expect(createSite(uploader, { name: "South" })).rejects.toMatchObject(refused);
    const renamed = updateSite(uploader, id, { name: "South", version: 1 });
    await expect(renamed).rejects.toMatchObject(refused);
    await expect(deleteSite(uploader, id)).rejects.toMatchObject(refused);
  });

  it("of another client do not exist", async () => {
    const [own, other] = await Promise.all([testClient(), testClient()]);
    const { id } = await createSite(other.ctx, { name: "North" });
    const renamed = updateSite(own.ctx, id, { name: "Mine", version: 1 });
    await expect(renamed).rejects.toMatchObject({ code: "not_found" });
    const moved = updateSite(own.ctx, id, { name: "North", region: "eu", version: 1 });
    await expect(moved).rejects.toMatchObject({ code: "not_found" });
    expect(await listSites(other.ctx)).toMatchObject({ items: [{ region: null, version: 1 }] });
    await expect(deleteSite(own.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listSites(own.ctx)).items).toEqual([]);
  });

  it("stay while screens stand in them", async () => {
    const { db } = await testRuntime();
    const { ctx, clientId } = await testClient();
    const { id: siteId } = await createSite(ctx, { name: "North" });
    const id = uuid();
    await db.screen.create({ data: { clientId, id, name: "Window", siteId, tokenHash: id } });
    const refused = { code: "conflict", reason: "site_in_use", params: { count: 1 } };
    await expect(deleteSite(ctx, siteId)).rejects.toMatchObject(refused);
    await db.screen.delete({ where: { clientId_id: { clientId, id } } });
    await deleteSite(ctx, siteId);
  });

  it("stay while they are all that confines a member", async () => {
    const { ctx, person } = await testClient();
    const [north, south] = [
      await createSite(ctx, { name: "North" }),
      await createSite(ctx, { name: "South" }),
    ];
    const { userId } = await person("MANAGER");
    await updateMember(ctx, userId, { siteIds: [north.id, south.id], version: 1 });
    await deleteSite(ctx, north.id);
    const refused = deleteSite(ctx, south.id);
    await expect(refused).rejects.toMatchObject({ reason: "site_confines_members" });
  });

  it("other than their own are not shown to the confined, who make none", async () => {
    const { ctx, as } = await testClient();
    const [north, south] = [
      await createSite(ctx, { name: "North" }),
      await createSite(ctx, { name: "South" }),
    ];
    const confined = { ...(await as("MANAGER")), siteIds: [north.id] };
    expect((await listSites(confined)).items).toEqual([north]);
    const made = createSite(confined, { name: "West" });
    await expect(made).rejects.toMatchObject({ reason: "outside_your_sites" });
    const renamed = updateSite(confined, south.id, { name: "West", version: 1 });
    await expect(renamed).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteSite(confined, north.id)).rejects.toMatchObject({ code: "forbidden" });
  });
});
