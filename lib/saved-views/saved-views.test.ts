import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { testClient, testRuntime } from "@/lib/testing";
import { createSavedView } from "./create-saved-view";
import { deleteSavedView } from "./delete-saved-view";
import { listSavedViews } from "./list-saved-views";
import { ViewQuery } from "./schema";
import { updateSavedView } from "./update-saved-view";

const films = { name: "Films", query: "kind=video", isShared: false };
const ours = { name: "Ours", query: "tag=new", isShared: true };
const names = async (ctx: Context) => (await listSavedViews(ctx)).items.map(({ name }) => name);

describe("saved views", () => {
  it("are a person's own until they are shared", async () => {
    const { ctx, as } = await testClient();
    const viewer = await as("VIEWER");
    await createSavedView(ctx, ours);
    const own = await createSavedView(viewer, films);
    expect(await names(viewer)).toEqual(["Films", "Ours"]);
    expect(await names(ctx)).toEqual(["Ours"]);
    const unseen = { code: "not_found" };
    await expect(updateSavedView(ctx, own.id, { name: "Mine" })).rejects.toMatchObject(unseen);
    await expect(deleteSavedView(ctx, own.id)).rejects.toMatchObject(unseen);
  });

  it("are shared only by who may add to the library", async () => {
    const { as } = await testClient();
    const viewer = await as("VIEWER");
    const refused = { code: "forbidden" };
    await expect(createSavedView(viewer, ours)).rejects.toMatchObject(refused);
    const { id } = await createSavedView(viewer, films);
    const shared = updateSavedView(viewer, id, { isShared: true });
    await expect(shared).rejects.toMatchObject(refused);
  });

  it("that are shared are changed and deleted by their owner or a manager", async () => {
    const { as } = await testClient();
    const [owner, other, manager] = [
      await as("UPLOADER"),
      await as("UPLOADER"),
      await as("MANAGER"),
    ];
    const { id } = await createSavedView(owner, ours);
    const refused = { code: "forbidden", reason: "not_your_view" };
    await expect(updateSavedView(other, id, { name: "Mine" })).rejects.toMatchObject(refused);
    await expect(deleteSavedView(other, id)).rejects.toMatchObject(refused);
    expect(await updateSavedView(manager, id, { name: "Fresh" })).toMatchObject({ isShared: true });
    await updateSavedView(owner, id, { isShared: false });
    expect(await names(manager)).toEqual([]);
    await updateSavedView(owner, id, { isShared: true });
    await deleteSavedView(manager, id);
    expect(await names(owner)).toEqual([]);
  });

  it("of another client do not exist", async () => {
    const [one, other] = await Promise.all([testClient(), testClient()]);
    const { id } = await createSavedView(one.ctx, ours);
    expect(await names(other.ctx)).toEqual([]);
    const unseen = { code: "not_found" };
    await expect(updateSavedView(other.ctx, id, { name: "x" })).rejects.toMatchObject(unseen);
    await expect(deleteSavedView(other.ctx, id)).rejects.toMatchObject(unseen);
    // The same person in both: what is theirs here is not theirs there.
    const there = { ...other.ctx, actor: one.ctx.actor };
    expect(await names(there)).toEqual([]);
    await expect(deleteSavedView(there, id)).rejects.toMatchObject(unseen);
  });

  it("are seen with the right to read alone, and made by people alone", async () => {
    const { ctx } = await testClient();
    const nothing = { ...ctx, scopes: new Set<never>() };
    const refused = { code: "forbidden" };
    await expect(listSavedViews(nothing)).rejects.toMatchObject(refused);
    await expect(createSavedView(nothing, films)).rejects.toMatchObject(refused);
    const key: Context = { ...ctx, actor: { kind: "key", keyId: uuid() } };
    await expect(createSavedView(key, films)).rejects.toMatchObject(refused);
    await createSavedView(ctx, ours);
    await createSavedView(ctx, films);
    expect(await names(key)).toEqual(["Ours"]);
  });

  it("have a name that their owner gave once, also when it is given twice at once", async () => {
    const { ctx, as } = await testClient();
    const made = await Promise.allSettled([
      createSavedView(ctx, films),
      createSavedView(ctx, films),
    ]);
    const taken = { code: "conflict", reason: "view_name_taken" };
    expect(made.find(({ status }) => status === "rejected")).toMatchObject({ reason: taken });
    expect(await names(ctx)).toEqual(["Films"]);
    await createSavedView(await as("VIEWER"), films);
    const { id } = await createSavedView(ctx, ours);
    await expect(updateSavedView(ctx, id, { name: "Films" })).rejects.toMatchObject(taken);
    expect(await updateSavedView(ctx, id, { name: "Ours" })).toMatchObject({ name: "Ours" });
  });

  it("are at most so many", async () => {
    const { db } = await testRuntime();
    const { ctx, clientId, userId, person } = await testClient();
    const fill = (userId: string, count: number, isShared: boolean) =>
      db.savedView.createMany({
        data: Array.from({ length: count }, (_, index) => {
          return { clientId, id: uuid(), userId, name: `View ${index}`, query: "q=a", isShared };
        }),
      });
    await fill(userId, 50, false);
    const full = { code: "precondition_failed", reason: "too_many_views" };
    const more = createSavedView(ctx, films);
    await expect(more).rejects.toMatchObject({ ...full, params: { count: 50 } });
    const [one, two] = [await person("MANAGER"), await person("MANAGER")];
    await fill(one.userId, 50, true);
    await fill(two.userId, 50, true);
    const third = await person("MANAGER");
    const shared = createSavedView(third.ctx, ours);
    await expect(shared).rejects.toMatchObject({ ...full, params: { count: 100 } });
    await createSavedView(third.ctx, films);
  });
});

describe("the query of a view", () => {
  it("is kept in one order and spelling", () => {
    expect(ViewQuery.parse("sort=name&kind=video,image&q=咖啡&site=")).toBe(
      "q=%E5%92%96%E5%95%A1&kind=video%2Cimage&sort=name",
    );
    expect(ViewQuery.parse("span=week&tag=new")).toBe("tag=new&span=week");
    expect(ViewQuery.parse("?favorite=true")).toBe("favorite=true");
  });

  it("is no other than the library's", () => {
    const wrong = [
      "",
      "kind=",
      "kind=book",
      "page=2",
      "trashed=true",
      "sort=wild",
      "span=2",
      "from=soon",
    ];
    for (const query of [...wrong, `q=${"a".repeat(201)}`, `tag=${"a".repeat(4000)}`]) {
      expect(ViewQuery.safeParse(query).success, query).toBe(false);
    }
  });
});
