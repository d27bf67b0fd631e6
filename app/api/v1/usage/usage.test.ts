import { expect, it } from "vitest";
import { request, testClient, testRuntime } from "@/lib/testing";
import { POST } from "../artifacts/route";
import { PUT } from "../clients/[id]/quota/route";
import { GET } from "./route";

const limits = { maxBytes: 10_000, maxObjects: null, maxFileBytes: null };

it("answers the use of one's own client, and knows no other", async () => {
  const [{ cookie, clientId }, other] = await Promise.all([testClient("VIEWER"), testClient()]);
  const mine = await request(GET, { cookie, clientId });
  expect(await mine.json()).toMatchObject({ usedBytes: 0, objects: 0, maxBytes: null });
  expect((await request(GET, { cookie, clientId: other.clientId })).status).toBe(404);
});

it("takes limits from administrators, and says in words why a file does not fit", async () => {
  const { cookie, clientId, userId } = await testClient();
  const set = (body: object) =>
    request(PUT, { method: "PUT", params: { id: clientId }, cookie, body });
  expect((await set(limits)).status).toBe(403);
  const { db, sessions } = await testRuntime();
  await db.user.update({ where: { id: userId }, data: { isAdmin: true } });
  sessions.forget(userId);
  expect((await set({ ...limits, maxBytes: -1 })).status).toBe(400);
  expect(await (await set(limits)).json()).toMatchObject({ maxBytes: 10_000 });

  const add = (sizeBytes: number, language: string) =>
    request(POST, {
      ...{ method: "POST", cookie, clientId, body: { name: "a.mp4", sizeBytes } },
      headers: { "accept-language": language },
    });
  expect((await add(9800, "en")).status).toBe(201);
  const refused = await add(500, "en");
  expect(refused.status).toBe(402);
  expect(await refused.json()).toMatchObject({
    ...{ code: "quota_exceeded", reason: "quota_bytes" },
    detail: expect.stringContaining("it needs 500 B, and 9.8 kB of 10.0 kB are used"),
  });
  expect(await (await add(500, "zh-CN")).json()).toMatchObject({
    detail: expect.stringContaining("此文件需要 500 B，而 10.0 kB 中已使用 9.8 kB"),
  });
});
