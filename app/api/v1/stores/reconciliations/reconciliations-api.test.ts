import { v7 as uuid } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { GET as listOfStore, POST } from "@/app/api/v1/stores/[id]/reconciliations/route";
import { POST as release } from "@/app/api/v1/stores/findings/[id]/release/route";
import { DELETE } from "@/app/api/v1/stores/findings/[id]/route";
import { GET as listFindings } from "@/app/api/v1/stores/findings/route";
import { FindingPage, Reconciliation, ReconciliationList } from "@/lib/reconciliations/schema";
import { request, type TestClient, testClient, testRuntime } from "@/lib/testing";
import { GET } from "./route";

let owner: TestClient;
let admin: TestClient;

beforeAll(async () => {
  const { db } = await testRuntime();
  [owner, admin] = [await testClient(), await testClient()];
  await db.user.update({ where: { id: admin.userId }, data: { isAdmin: true } });
});

it("starts a comparison for an administrator, and shows how far it is", async () => {
  const { cookie } = admin;
  const params = { id: "memory" };
  const ask = { method: "POST", params, cookie, body: { isDryRun: true, graceHours: 100 } };
  const started = await request(POST, ask);
  expect(started.status).toBe(202);
  const run = Reconciliation.parse(await started.json());
  expect(run).toMatchObject({ storeId: "memory", state: "RUNNING", isDryRun: true });
  const answers = [await request(GET, { cookie }), await request(listOfStore, { cookie, params })];
  for (const answer of answers) {
    const { items } = ReconciliationList.parse(await answer.json());
    expect(items).toMatchObject([{ id: run.id, graceHours: 100, total: { objects: 0 } }]);
  }
  const bad = await request(POST, { ...ask, body: { graceHours: 0 } });
  expect(bad.status).toBe(400);
});

it("says what is wrong, and that there is no such finding", async () => {
  const { cookie } = admin;
  const { storageFinding, backend } = (await testRuntime()).db;
  await backend.findUniqueOrThrow({ where: { id: "memory" } });
  const place = { clientId: admin.clientId, id: uuid(), backendId: "memory", seenById: uuid() };
  const found = { objectKey: `${admin.clientId}/x`, sizeBytes: 1n, kind: "ORPHAN" } as const;
  await storageFinding.create({ data: { ...place, ...found, state: "OPEN" } });
  const path = `/?clientId=${admin.clientId}&kind=ORPHAN&limit=1`;
  const page = FindingPage.parse(await (await request(listFindings, { cookie, path })).json());
  expect(page).toMatchObject({ items: [{ id: place.id, artifact: null }], nextCursor: null });
  const keep = { method: "POST", cookie, params: { id: place.id } };
  expect((await request(release, keep)).status).toBe(204);
  const params = { id: uuid() };
  expect((await request(DELETE, { method: "DELETE", cookie, params })).status).toBe(404);
});

it("is nothing for the people of a client", async () => {
  const { cookie } = owner;
  expect((await request(GET, { cookie })).status).toBe(403);
  const params = { id: "memory" };
  expect((await request(POST, { method: "POST", cookie, params, body: {} })).status).toBe(403);
  expect((await request(listFindings, { cookie })).status).toBe(403);
});
