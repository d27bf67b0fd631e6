import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import { AppError } from "@/lib/errors";
import { createLog } from "@/lib/log";
import type { Guest, Receipt } from "./connection";
import { createSocketServer, type SocketServerOptions } from "./socket-server";
import { frameOf, type Subscriber } from "./subscriber";

// A busy machine may take its time.
const soon = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000 });

const hello = { type: "hello-screen", token: "t" };
const servers: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A loopback server whose every guest is let in, with what the guests did. */
async function start(options: Partial<SocketServerOptions> = {}) {
  const subscribers: Subscriber[] = [];
  const receipts: Receipt[] = [];
  const left = vi.fn();
  const guest: Guest = {
    join: (subscriber) => {
      subscribers.push(subscriber);
      return left;
    },
    recheck: async () => {},
    receive: (receipt) => void receipts.push(receipt),
  };
  const sockets = createSocketServer({
    admit: async () => guest,
    publicUrl: undefined,
    log: createLog("silent"),
    ...options,
  });
  const http: Server = createServer();
  http.on("upgrade", sockets.handleUpgrade);
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const { port } = http.address() as AddressInfo;
  servers.push({
    async close() {
      await sockets.close();
      http.closeAllConnections();
      http.close();
    },
  });
  const open = (headers: Record<string, string> = {}, path = "/ws") =>
    openSocket(`ws://127.0.0.1:${port}${path}`, headers);
  return { open, sockets, subscribers, receipts, left };
}

async function openSocket(url: string, headers: Record<string, string>) {
  const socket = new WebSocket(url, { headers });
  const heard: unknown[] = [];
  socket.on("message", (data) => heard.push(JSON.parse(String(data))));
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await once(socket, "open");
  const say = (message: unknown) =>
    socket.send(typeof message === "string" ? message : JSON.stringify(message));
  return { socket, heard, closed, say };
}

describe("a socket", () => {
  it("is welcomed after its hello, hears what it is sent, and leaves its room at the end", async () => {
    const { open, subscribers, left } = await start();
    const { socket, say, heard } = await open();
    say(hello);
    await soon(() => expect(subscribers).toHaveLength(1));
    subscribers[0]?.send(frameOf({ type: "revision", revision: "r1" }));
    say({ type: "ping" });
    await soon(() =>
      expect(heard).toEqual([
        { type: "welcome" },
        { type: "revision", revision: "r1" },
        { type: "pong" },
      ]),
    );
    socket.close();
    await soon(() => expect(left).toHaveBeenCalledTimes(1));
  });

  it("is closed when it says no hello in time", async () => {
    const { open } = await start({ helloTimeoutMs: 20 });
    expect(await (await open()).closed).toBe(4408);
  });

  it.each([
    ["no JSON", "{"],
    ["an unknown type", { type: "shout" }],
    ["a field of the wrong kind", { type: "hello-screen", token: 7 }],
    [
      "a receipt before the hello",
      { type: "receipt", revision: null, playingArtifactId: null, problem: null },
    ],
  ])("is closed for %s", async (_, message) => {
    const { open } = await start();
    const { say, closed } = await open();
    say(message);
    expect(await closed).toBe(4400);
  });

  it("is closed for a second hello, and for bytes", async () => {
    const { open } = await start();
    const [one, two] = [await open(), await open()];
    one.say(hello);
    one.say(hello);
    two.socket.send(Buffer.from(JSON.stringify(hello)), { binary: true });
    expect([await one.closed, await two.closed]).toEqual([4400, 4400]);
  });

  it("is closed for a message of more than 64 KiB", async () => {
    const { open } = await start();
    const { say, closed } = await open();
    say("x".repeat(64 * 1024 + 1));
    expect(await closed).toBe(1009);
  });

  it("is closed when it floods", async () => {
    const { open } = await start();
    const { say, closed } = await open();
    say(hello);
    for (let count = 0; count < 60; count++) say({ type: "ping" });
    expect(await closed).toBe(4429);
  });

  it.each([
    ["unauthenticated", 4401],
    ["forbidden", 4403],
    ["not_found", 4404],
  ] as const)("is told %s before it is closed", async (code, closeCode) => {
    const admit = async () => {
      throw new AppError(code, "no");
    };
    const { open } = await start({ admit });
    const { say, closed, heard } = await open();
    say(hello);
    expect(await closed).toBe(closeCode);
    expect(heard).toEqual([{ type: "denied", code }]);
  });

  it("is not denied but sent away for a while when the server fails", async () => {
    const admit = async () => {
      throw new Error("the database is away");
    };
    const { open } = await start({ admit });
    const { say, closed, heard } = await open();
    say(hello);
    expect(await closed).toBe(1013);
    expect(heard).toEqual([]);
  });

  it("hands receipts on, without what the database cannot hold", async () => {
    const { open, receipts } = await start();
    const { say } = await open();
    say(hello);
    await soon(() => {
      say({ type: "receipt", revision: "r1", playingArtifactId: null, problem: "a\0b\ud800" });
      expect(receipts[0]).toMatchObject({ revision: "r1", problem: "ab\ufffd" });
    });
  });

  it("is cut off when it reads too slowly", async () => {
    const { open, subscribers, left } = await start({ maxBufferedBytes: 64 * 1024 });
    const { socket, say } = await open();
    say(hello);
    await soon(() => expect(subscribers).toHaveLength(1));
    socket.pause();
    const large = frameOf({ type: "changed", kind: "artifacts", ids: ["x".repeat(1_000_000)] });
    for (let count = 0; count < 40; count++) subscribers[0]?.send(large);
    await soon(() => expect(left).toHaveBeenCalledTimes(1));
    socket.terminate();
  });

  it("is cut off when it answers no ping, and not when it does", async () => {
    const { open, left } = await start({ heartbeatMs: 25 });
    const [silent, alive] = [await open(), await open()];
    silent.say(hello);
    alive.say(hello);
    (silent.socket as unknown as { _socket: Socket })._socket.pause();
    await soon(() => expect(left).toHaveBeenCalledTimes(1));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(alive.socket.readyState).toBe(WebSocket.OPEN);
    silent.socket.terminate();
  });

  it("is refused from a page of another site when it carries a cookie", async () => {
    const { open } = await start();
    const origin = "https://evil.example";
    await expect(open({ cookie: "session=1", origin })).rejects.toThrow("403");
    (await open({ origin })).socket.terminate();
  });

  it("is refused on any other path", async () => {
    const { open } = await start();
    await expect(open({}, "/elsewhere")).rejects.toThrow("404");
  });

  it("is told goodbye when the server stops, and none comes after", async () => {
    const { open, sockets, subscribers } = await start();
    const { say, closed } = await open();
    say(hello);
    await soon(() => expect(subscribers).toHaveLength(1));
    await sockets.close();
    expect(await closed).toBe(1001);
    await expect(open()).rejects.toThrow("503");
  });
});
