import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { limitBodyTime } from "./limit-body-time";

const limitMs = 150;
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** What comes back on the connection, and how long it stayed open; `answer` after the body. */
async function send(text: string, more?: string): Promise<{ heard: string; openMs: number }> {
  const listening = createServer((request, response) => {
    limitBodyTime(request, limitMs);
    request.resume().on("end", () => setTimeout(() => response.end("done"), 2 * limitMs));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const socket = connect((listening.address() as AddressInfo).port, "127.0.0.1");
  const startedAt = Date.now();
  socket.write(text);
  if (more) setTimeout(() => socket.write(more), limitMs / 3);
  let heard = "";
  socket.on("data", (data) => {
    heard += data;
  });
  await new Promise((resolve) => socket.on("close", resolve).on("error", () => {}));
  return { heard, openMs: Date.now() - startedAt };
}

const head = "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

it.each(["Content-Length: 9\r\n\r\nab", "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"])(
  "cuts off who never ends a body, %j",
  async (body) => {
    const { heard, openMs } = await send(head + body);
    expect(heard).toBe("");
    expect(openMs).toBeLessThan(2 * limitMs);
  },
);

it("lets an answer take its time once the body is there", async () => {
  const { heard } = await send(`${head}Content-Length: 4\r\n\r\nab`, "cd");
  expect(heard).toContain("done");
});

it("says nothing of a request without a body", async () => {
  expect((await send(`${head.replace("POST", "GET")}\r\n`)).heard).toContain("done");
});
