import { request } from "node:http";
import { text } from "node:stream/consumers";
import { beforeAll, expect, it } from "vitest";
import { mediaPath } from "@/lib/storage";
import { testClient } from "@/lib/testing";
import { startDataPlane } from "./test-server";

let plane: Awaited<ReturnType<typeof startDataPlane>>;
beforeAll(async () => {
  plane = await startDataPlane({ MEDIA_URL: "http://media.example" });
  return plane.close;
});

// fetch does not let a caller choose the Host.
function get(
  path: string,
  host: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; location: string }> {
  return new Promise((resolve, reject) => {
    const options = { port: plane.port, host: "127.0.0.1", path, headers: { ...headers, host } };
    request(options, async (response) => {
      const body = await text(response);
      const { location = "" } = response.headers;
      resolve({ status: response.statusCode ?? 0, body, location });
    })
      .on("error", reject)
      .end();
  });
}

it("serves nothing but bytes at the address for media", async () => {
  expect(await get("/", "panel.example")).toMatchObject({ status: 200, body: "a page" });
  expect((await get("/", "media.example")).status).toBe(404);
  expect((await get("/api/v1/me", "media.example")).status).toBe(404);
  expect((await get("/data/local/x", "media.example")).status).toBe(403);
});

it("sends people there with a link that needs no cookie", async () => {
  const shop = await testClient("VIEWER");
  const artifact = await plane.artifactOf(shop, "a picture");
  const { cookie } = shop;
  const sent = await get(`${mediaPath(artifact)}?download=1`, "panel.example", { cookie });
  expect(sent.status).toBe(302);
  const target = new URL(sent.location);
  expect(target.origin).toBe("http://media.example");
  const path = target.pathname + target.search;
  expect(await get(path, "media.example")).toMatchObject({ status: 200, body: "a picture" });
  expect((await get(mediaPath(artifact), "media.example")).status).toBe(401);
});
