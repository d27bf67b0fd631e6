import { request } from "node:http";
import { text } from "node:stream/consumers";
import { beforeAll, expect, it } from "vitest";
import { startDataPlane } from "./test-server";

let plane: Awaited<ReturnType<typeof startDataPlane>>;
beforeAll(async () => {
  plane = await startDataPlane({ MEDIA_URL: "http://media.example" });
});

// fetch does not let a caller choose the Host.
function get(path: string, host: string): Promise<{ status?: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { port: plane.port, host: "127.0.0.1", path, headers: { host } };
    request(options, async (response) => {
      const body = await text(response);
      resolve({ status: response.statusCode ?? 0, body });
    })
      .on("error", reject)
      .end();
  });
}

it("serves nothing but bytes at the address for media", async () => {
  expect(await get("/", "panel.example")).toEqual({ status: 200, body: "a page" });
  expect((await get("/", "media.example")).status).toBe(404);
  expect((await get("/api/v1/me", "media.example")).status).toBe(404);
  expect((await get("/data/local/x", "media.example")).status).toBe(403);
});
