import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/pairings/[id]/route";
import { POST } from "@/app/api/v1/pairings/route";
import { CreatedPairing } from "@/lib/screens/schema";
import { request, testRuntime } from "@/lib/testing";

async function newPairing() {
  await testRuntime();
  return CreatedPairing.parse(await (await request(POST, { method: "POST" })).json());
}

describe("a pairing", () => {
  it("is given to anyone: six digits, good for ten minutes", async () => {
    await testRuntime();
    const response = await request(POST, { method: "POST" });
    expect(response.status).toBe(201);
    const pairing = CreatedPairing.parse(await response.json());
    const lifeMs = Date.parse(pairing.expiresAt) - Date.now();
    expect(lifeMs).toBeGreaterThan(9 * 60_000);
    expect(lifeMs).toBeLessThanOrEqual(10 * 60_000);
  });

  it("keeps its secret only as a hash", async () => {
    const { db } = await testRuntime();
    const { id, secret } = await newPairing();
    const row = await db.pairing.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  it("waits until it is claimed", async () => {
    const { id, secret } = await newPairing();
    const response = await request(GET, { params: { id }, bearer: secret });
    expect(await response.json()).toEqual({ state: "waiting", screenId: null });
  });

  it("is not found with a wrong secret, without one, or by another's", async () => {
    const [{ id }, other] = await Promise.all([newPairing(), newPairing()]);
    for (const bearer of ["wrong", undefined, other.secret]) {
      const response = await request(GET, { params: { id }, ...(bearer ? { bearer } : {}) });
      expect(response.status).toBe(404);
    }
  });

  it("is not found under an id that never was", async () => {
    const { secret } = await newPairing();
    const response = await request(GET, { params: { id: uuid() }, bearer: secret });
    expect(response.status).toBe(404);
  });

  it("says when it has expired", async () => {
    const { db } = await testRuntime();
    const { id, secret } = await newPairing();
    await db.pairing.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    const response = await request(GET, { params: { id }, bearer: secret });
    expect(await response.json()).toEqual({ state: "expired", screenId: null });
  });

  it("refuses an address that asks without end, and only that", async () => {
    await testRuntime();
    const from = (peer: string) =>
      request(POST, { method: "POST", headers: { "x-vitrine-peer": peer } });
    const peer = "198.51.100.7";
    const statuses: number[] = [];
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(Array.from({ length: 31 }, () => from(peer)));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(300);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await from(peer)).headers.get("retry-after")).toMatch(/^\d+$/);
    expect((await from("198.51.100.8")).status).toBe(201);
  });
});
