import { expect, it } from "vitest";
import { storedArtifact, testClient, testRuntime } from "@/lib/testing";
import { getArtifact, listArtifacts, purgeArtifacts, restoreArtifacts, trashArtifacts } from ".";
import { purgeTrash } from "./purge-trash";

const { signal } = new AbortController();
const day = 86_400_000;

it("deletes for good what lies in the trash, and nothing else", async () => {
  const { ctx, clientId, as } = await testClient();
  const other = await testClient();
  const [trashed, kept] = [await storedArtifact(clientId), await storedArtifact(clientId)];
  await trashArtifacts(ctx, { ids: [trashed.id] });
  const ids = [trashed.id, kept.id];
  await expect(purgeArtifacts(await as("UPLOADER"), { ids })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await purgeArtifacts(other.ctx, { ids })).toMatchObject({ done: [] });
  expect(await purgeArtifacts(ctx, { ids })).toEqual({
    done: [trashed.id],
    notFound: [kept.id],
    refused: [],
  });
  await expect(getArtifact(ctx, trashed.id)).rejects.toMatchObject({ code: "not_found" });
  expect((await listArtifacts(ctx, { trashed: "true" })).items).toEqual([]);
  expect(await restoreArtifacts(ctx, { ids })).toMatchObject({ done: [kept.id] });
  expect((await getArtifact(ctx, kept.id)).status).toBe("AVAILABLE");
});

it("empties the trash of what lay there for as long as its client keeps it", async () => {
  const { ctx, clientId } = await testClient();
  const runtime = await testRuntime();
  const [old, young] = [await storedArtifact(clientId), await storedArtifact(clientId)];
  await runtime.db.client.update({ where: { id: clientId }, data: { trashDays: 7 } });
  await trashArtifacts(ctx, { ids: [old.id, young.id] });
  await runtime.db.artifact.update({
    where: { clientId_id: { clientId, id: old.id } },
    data: { trashedAt: new Date(Date.now() - 8 * day) },
  });
  for (let times = 0; times < 2; times += 1) await purgeTrash(ctx, runtime.log, signal);
  const { items } = await listArtifacts(ctx, { trashed: "true" });
  expect(items.map(({ id }) => id)).toEqual([young.id]);
});
