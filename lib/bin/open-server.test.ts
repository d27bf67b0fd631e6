import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { afterEach, expect, it } from "vitest";
import { parseConfig } from "@/lib/config";
import { closeServer, type OpenServer, openServer } from "./open-server";

let opened: OpenServer | undefined;
afterEach(() => opened && closeServer(opened.server));

async function open(): Promise<OpenServer> {
  opened = await openServer(parseConfig({ PORT: "0", HOST: "127.0.0.1" }));
  return opened;
}

it("answers what came before it was ready", async () => {
  const { port, serve } = await open();
  const answer = fetch(`http://127.0.0.1:${port}/`);
  serve({ request: (_, response) => void response.end("now"), upgrade: () => {} });
  expect(await (await answer).text()).toBe("now");
});

it("survives sockets that are reset before it is ready", async () => {
  const { server, port, serve } = await open();
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  const [early] = await new Promise<[Duplex]>((resolve) =>
    server.once("upgrade", (_, taken) => resolve([taken])),
  );
  // Without a listener of ours the error would be uncaught, and this test would fail by it.
  const closed = new Promise((resolve) => early.once("close", resolve));
  socket.resetAndDestroy();
  await closed;
  const taken = await new Promise((resolve) =>
    serve({ request: () => {}, upgrade: (_, late) => resolve(late) }),
  );
  expect(taken).toBe(early);
});
