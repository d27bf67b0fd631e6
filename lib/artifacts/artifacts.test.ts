import { v7 as uuid } from "uuid";
import { describe, expect, it, vi } from "vitest";
import { openDatabase } from "@/lib/db";
import { testClient, testRuntime } from "@/lib/testing";
import {
  createArtifact,
  getArtifact,
  listArtifacts,
  restoreArtifacts,
  trashArtifacts,
  updateArtifact,
} from ".";
import { Artifact, CreatedArtifact } from "./schema";

const film = { name: "summer.mp4", contentType: "video/mp4", sizeBytes: 1000 };

describe("creating an artifact", () => {
  it("answers it with an upload of one PUT", async () => {
    const { ctx, userId } = await testClient();
    const created = CreatedArtifact.parse(await createArtifact(ctx, film));
    expect(created.artifact).toMatchObject({
      ...film,
      type: "VIDEO",
      status: "UPLOADING",
      createdBy: { id: userId, name: "The owner" },
    });
    expect(created.upload).toMatchObject({ state: "OPEN", plan: { kind: "put" } });
    expect(await getArtifact(ctx, created.artifact.id)).toEqual(created.artifact);
  });

  it("plans parts for a large file", async () => {
    const { ctx } = await testClient();
    const { upload } = await createArtifact(ctx, { ...film, sizeBytes: 20 * 1024 ** 3 });
    if (upload.plan.kind !== "parts") throw new Error(upload.plan.kind);
    const { partCount, partSizeBytes, requests } = upload.plan;
    expect(partCount * partSizeBytes).toBeGreaterThanOrEqual(upload.sizeBytes);
    expect(partSizeBytes).toBeLessThan(90_000_000);
    expect(requests.length).toBe(16);
  });

  it("leaves a trace and tells who listens; what was not created is not spoken of", async () => {
    const { ctx, clientId, userId } = await testClient();
    const { db, config } = await testRuntime();
    const { pool, close } = openDatabase(config.DATABASE_URL ?? "", 2);
    const listener = await pool.connect();
    try {
      await listener.query("listen vitrine");
      const heard: string[] = [];
      listener.on("notification", ({ payload = "" }) => void heard.push(payload));
      const { artifact } = await createArtifact(ctx, film);
      await expect(createArtifact({ ...ctx, clientId: "client_nowhere" }, film)).rejects.toThrow();
      const mine = () =>
        heard.filter((text) => text.includes(clientId) || text.includes("nowhere"));
      await vi.waitFor(() => expect(mine().length).toBe(1));
      expect(mine().map((text) => JSON.parse(text))).toEqual([
        { kind: "artifacts", clientId, ids: [artifact.id] },
      ]);
      const events = await db.auditEvent.findMany({ where: { clientId } });
      expect(events).toMatchObject([
        { action: "artifact.create", subjectId: artifact.id, actorId: userId },
      ]);
    } finally {
      listener.release();
      await close();
    }
  });

  it("refuses more than the limit and says what it is", async () => {
    const { ctx } = await testClient();
    const huge = createArtifact(ctx, { ...film, sizeBytes: 20 * 1024 ** 3 + 1 });
    await expect(huge).rejects.toMatchObject({
      code: "too_large",
      reason: "file_too_large",
      params: { maxBytes: 20 * 1024 ** 3 },
    });
  });

  it("refuses a viewer", async () => {
    const { ctx } = await testClient("VIEWER");
    await expect(createArtifact(ctx, film)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("listing artifacts", () => {
  it("goes through pages from the newest to the oldest", async () => {
    const { ctx } = await testClient();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      ids.unshift((await createArtifact(ctx, film)).artifact.id);
    }
    const first = await listArtifacts(ctx, { limit: 2 });
    const second = await listArtifacts(ctx, { limit: 2, cursor: first.nextCursor ?? "" });
    const third = await listArtifacts(ctx, { limit: 2, cursor: second.nextCursor ?? "" });
    const pages = [first, second, third];
    expect(pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids);
    expect(third.nextCursor).toBeNull();
    expect(Artifact.array().parse(first.items)).toEqual(first.items);
  });

  it("shows nothing of another client", async () => {
    const [one, other] = await Promise.all([testClient(), testClient()]);
    await createArtifact(one.ctx, film);
    expect((await listArtifacts(other.ctx, {})).items).toEqual([]);
  });

  it("refuses a cursor that it did not make", async () => {
    const { ctx } = await testClient();
    await expect(listArtifacts(ctx, { cursor: "'; drop" })).rejects.toMatchObject({
      code: "invalid",
      reason: "bad_cursor",
    });
  });
});

describe("getting an artifact", () => {
  it("does not find another client's", async () => {
    const [one, other] = await Promise.all([testClient(), testClient()]);
    const { artifact } = await createArtifact(one.ctx, film);
    await expect(getArtifact(other.ctx, artifact.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("renaming an artifact", () => {
  it("takes a new name once per version that was read", async () => {
    const { ctx } = await testClient();
    const { artifact } = await createArtifact(ctx, film);
    const renamed = await updateArtifact(ctx, artifact.id, { name: "a.mp4", version: 1 });
    expect(renamed).toMatchObject({ name: "a.mp4", version: 2 });
    const late = updateArtifact(ctx, artifact.id, { name: "b.mp4", version: 1 });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });

  it("is for whoever brought it, and for managers", async () => {
    const { as } = await testClient();
    const [mine, another, manager] = [
      await as("UPLOADER"),
      await as("UPLOADER"),
      await as("MANAGER"),
    ];
    const { id } = (await createArtifact(mine, film)).artifact;
    await updateArtifact(mine, id, { name: "1", version: 1 });
    const foreign = updateArtifact(another, id, { name: "2", version: 2 });
    await expect(foreign).rejects.toMatchObject({ code: "forbidden" });
    await updateArtifact(manager, id, { name: "3", version: 2 });
  });

  it("does not find another client's", async () => {
    const [one, other] = await Promise.all([testClient(), testClient()]);
    const { artifact } = await createArtifact(one.ctx, film);
    const update = updateArtifact(other.ctx, artifact.id, { name: "x", version: 1 });
    await expect(update).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the trash", () => {
  it("takes many, tells which were not there, and gives them back", async () => {
    const { ctx } = await testClient();
    const ids = [];
    for (let count = 0; count < 3; count += 1)
      ids.push((await createArtifact(ctx, film)).artifact.id);
    const gone = uuid();
    const trashed = await trashArtifacts(ctx, { ids: [...ids, gone] });
    expect(trashed.done.sort()).toEqual(ids);
    expect(trashed.notFound).toEqual([gone]);
    expect((await listArtifacts(ctx, {})).items).toEqual([]);
    expect((await getArtifact(ctx, ids[0] ?? "")).trashedAt).not.toBeNull();

    expect((await trashArtifacts(ctx, { ids })).done.length).toBe(3);
    expect((await restoreArtifacts(ctx, { ids })).done.length).toBe(3);
    expect((await restoreArtifacts(ctx, { ids })).done.length).toBe(3);
    expect((await listArtifacts(ctx, {})).items.length).toBe(3);
  });

  it("does not find another client's, and leaves it where it is", async () => {
    const [one, other] = await Promise.all([testClient(), testClient()]);
    const { id } = (await createArtifact(one.ctx, film)).artifact;
    expect(await trashArtifacts(other.ctx, { ids: [id] })).toEqual({
      done: [],
      notFound: [id],
      refused: [],
    });
    expect((await getArtifact(one.ctx, id)).trashedAt).toBeNull();
  });

  it("is closed to uploaders", async () => {
    const { as } = await testClient();
    const uploader = await as("UPLOADER");
    const { id } = (await createArtifact(uploader, film)).artifact;
    const trash = trashArtifacts(uploader, { ids: [id] });
    await expect(trash).rejects.toMatchObject({ code: "forbidden" });
  });

  it("takes five hundred at once", async () => {
    const { ctx } = await testClient();
    const { db } = await testRuntime();
    const data = Array.from({ length: 500 }, () => ({
      ...{ clientId: ctx.clientId, id: uuid(), name: "x", type: "FILE" as const },
      ...{ status: "AVAILABLE" as const, contentType: "text/plain", sizeBytes: 1 },
    }));
    await db.artifact.createMany({ data });
    const { done } = await trashArtifacts(ctx, { ids: data.map(({ id }) => id) });
    expect(done.length).toBe(500);
  });
});
