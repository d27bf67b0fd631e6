import { describe, expect, it } from "vitest";
import { z } from "zod";
import { route } from "@/lib/http";
import { request, testClient } from "@/lib/testing";

const GET = route({ query: z.object({ q: z.string() }) }, (ctx, { query }) => ({
  clientId: ctx.clientId,
  q: query.q,
}));

describe("a test's client", () => {
  it("is known by its cookie", async () => {
    const { clientId, cookie } = await testClient("VIEWER");
    const response = await request(GET, { path: "/?q=1", cookie, clientId });
    expect(await response.json()).toEqual({ clientId, q: "1" });
  });

  it("is nobody without it", async () => {
    const { clientId } = await testClient();
    expect((await request(GET, { path: "/?q=1", clientId })).status).toBe(401);
  });

  it("is not found by a person of another client", async () => {
    const [one, other] = await Promise.all([testClient(), testClient()]);
    const options = { path: "/?q=1", cookie: one.cookie, clientId: other.clientId };
    expect((await request(GET, options)).status).toBe(404);
  });
});
