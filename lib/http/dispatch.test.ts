import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createLog } from "@/lib/log";
import { testClient, testRuntime } from "@/lib/testing";
import { createDispatch } from "./dispatch";
import { route } from "./route";

const item = {
  GET: route(
    { access: "anyone", params: z.object({ id: z.string() }) },
    (_ctx, { params }) => params,
  ),
  POST: route(
    { access: "person", body: z.object({ n: z.number() }), status: 201 },
    (_ctx, { body }) => body,
  ),
};
const raw = {
  GET: async () =>
    new Response("as it is", {
      status: 206,
      headers: [
        ["set-cookie", "a=1"],
        ["set-cookie", "b=2"],
        ["etag", '"x"'],
      ],
    }),
};
const empty = { DELETE: route({ access: "anyone" }, () => undefined) };
const broken = {
  GET: route({ access: "anyone" }, () => {
    throw new Error("a secret detail");
  }),
  POST: route({ access: "anyone" }, () => z.object({ inner: z.string() }).parse({})),
};

let server: Server;
let origin: string;
let cookie: string;

beforeAll(async () => {
  await testRuntime();
  ({ cookie } = await testClient());
  const dispatch = createDispatch(
    [
      { path: "/api/v1/items/[id]", module: item },
      { path: "/api/v1/raw", module: raw },
      { path: "/api/v1/empty", module: empty },
      { path: "/api/v1/broken", module: broken },
    ],
    createLog("silent"),
  );
  server = createServer((req, res) => {
    if (!dispatch(req, res)) res.end("next");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/v1/items/7`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, ...headers },
    body,
  });

describe("the direct dispatch", () => {
  it("calls the route with its decoded parameters", async () => {
    const response = await fetch(`${origin}/api/v1/items/%E5%92%96%E5%95%A1%2F1`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ id: "咖啡/1" });
  });

  it("packs what is long for whoever can unpack it", async () => {
    const id = "m".repeat(2000);
    const get = (encodings: string) =>
      fetch(`${origin}/api/v1/items/${id}`, { headers: { "accept-encoding": encodings } });
    const packed = await get("br, gzip");
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(Number(packed.headers.get("content-length"))).toBeLessThan(200);
    expect(await packed.json()).toEqual({ id });
    for (const encodings of ["identity", "br", "gzip;q=0, br"]) {
      const plain = await get(encodings);
      expect(plain.headers.get("content-encoding")).toBeNull();
      expect(plain.headers.get("vary")).toBe("accept-encoding");
      expect(await plain.json()).toEqual({ id });
    }
  });

  it("hands the body to the route", async () => {
    const response = await post('{"n":5}');
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ n: 5 });
  });

  it("leaves what is not the API to the pages", async () => {
    expect(await (await fetch(`${origin}/api/v10/items`)).text()).toBe("next");
    expect(await (await fetch(`${origin}/c/client_001/library`)).text()).toBe("next");
  });

  it("answers an unknown address of the API with a problem document", async () => {
    for (const path of ["/api/v1", "/api/v1/nothing", "/api/v1/items/%zz", "/api/v1/items/"]) {
      const response = await fetch(origin + path);
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(await response.json()).toMatchObject({ status: 404, code: "not_found" });
    }
  });

  it("names the methods there are when another is used", async () => {
    const response = await fetch(`${origin}/api/v1/items/7`, { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, POST");
    expect(await response.json()).toMatchObject({ reason: "method_not_allowed" });
    const options = await fetch(`${origin}/api/v1/items/7`, { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, POST"]);
  });

  it("answers HEAD like GET, without the body", async () => {
    const response = await fetch(`${origin}/api/v1/items/7`, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe("10");
    expect(await response.text()).toBe("");
  });

  it("passes a Response of a route on, with every cookie", async () => {
    const response = await fetch(`${origin}/api/v1/raw`);
    expect(response.status).toBe(206);
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(await response.text()).toBe("as it is");
  });

  it("answers nothing with 204", async () => {
    const response = await fetch(`${origin}/api/v1/empty`, { method: "DELETE" });
    expect([response.status, await response.text()]).toEqual([204, ""]);
  });

  it("says nothing of what broke", async () => {
    const response = await fetch(`${origin}/api/v1/broken`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret detail");
  });

  it("does not take what does not fit within for a mistake of the caller", async () => {
    const response = await fetch(`${origin}/api/v1/broken`, { method: "POST" });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("inner");
  });

  it("refuses 11 MB of JSON, announced or not", async () => {
    const large = JSON.stringify({ n: "x".repeat(11 * 1024 * 1024) });
    expect((await post(large)).status).toBe(413);
    const chunks = new Blob([large]).stream();
    const init = { method: "POST", body: chunks, duplex: "half" } as RequestInit;
    const headers = { "content-type": "application/json", cookie };
    expect((await fetch(`${origin}/api/v1/items/7`, { ...init, headers })).status).toBe(413);
    expect((await post('{"n":1}')).status).toBe(201);
  });

  it("refuses what is not JSON, not valid, from another site, or from nobody", async () => {
    expect((await post("{")).status).toBe(400);
    expect(await (await post('{"n":"1"}')).json()).toMatchObject({ errors: [{ path: "n" }] });
    expect((await post('{"n":1}', { origin: "http://evil.example" })).status).toBe(403);
    expect((await post('{"n":1}', { cookie: "" })).status).toBe(401);
  });
});
