import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServerMessage } from "@/lib/realtime/schema";
import { openSocket, type SocketState } from "./socket";

class FakeSocket extends EventTarget {
  static all: FakeSocket[] = [];
  readyState = 0;
  sent: unknown[] = [];
  onopen: (() => void) | undefined;
  onmessage: ((event: { data: string }) => void) | undefined;
  onclose: (() => void) | undefined;

  constructor(readonly url: URL) {
    super();
    FakeSocket.all.push(this);
  }

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.readyState = 3;
  }

  open() {
    this.readyState = 1;
    this.onopen?.();
    this.say({ type: "welcome" });
  }

  say(message: ServerMessage | Record<string, unknown>) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  fail() {
    this.readyState = 3;
    this.onclose?.();
  }
}

const latest = () => FakeSocket.all.at(-1) as FakeSocket;

function start() {
  const states: SocketState[] = [];
  const messages: ServerMessage[] = [];
  let reconnected = 0;
  const socket = openSocket({
    hello: { type: "hello", as: "dashboard", clientId: "client_001" },
    onMessage: (message) => messages.push(message),
    onState: (state) => states.push(state),
    onReconnected: () => reconnected++,
  });
  return { socket, states, messages, reconnected: () => reconnected };
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("location", { href: "http://shop.lan:3000/c/client_001/library" });
  const events = new EventTarget();
  vi.stubGlobal("addEventListener", events.addEventListener.bind(events));
  vi.stubGlobal("removeEventListener", events.removeEventListener.bind(events));
  vi.stubGlobal("dispatchEvent", events.dispatchEvent.bind(events));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("openSocket", () => {
  it("says hello first, and is open once it is welcomed", () => {
    const { states, messages } = start();
    latest().open();
    expect(latest().url.href).toBe("ws://shop.lan:3000/ws");
    expect(latest().sent).toEqual([{ type: "hello", as: "dashboard", clientId: "client_001" }]);
    expect(states).toEqual(["open"]);
    expect(messages).toEqual([{ type: "welcome" }]);
  });

  it("passes over messages that it does not know", () => {
    const { messages } = start();
    latest().open();
    latest().say({ type: "from-the-future" });
    latest().say({ type: "revision", revision: "r2" });
    expect(messages).toEqual([{ type: "welcome" }, { type: "revision", revision: "r2" }]);
  });

  it("comes back after a loss and says so, so that state is asked anew", () => {
    const { states, reconnected } = start();
    latest().open();
    expect(reconnected()).toBe(0);
    latest().fail();
    expect(states.at(-1)).toBe("waiting");
    vi.advanceTimersByTime(500);
    expect(FakeSocket.all).toHaveLength(2);
    latest().open();
    expect(reconnected()).toBe(1);
  });

  it("waits longer each time, and never longer than 15 seconds", () => {
    start();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      latest().fail();
      const from = Date.now();
      vi.advanceTimersToNextTimer();
      waits.push(Date.now() - from);
    }
    expect(FakeSocket.all).toHaveLength(13);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(500);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_000);
    expect(waits.at(-1)).toBeGreaterThan(waits[0] ?? 0);
  });

  it("tries at once when the network returns", () => {
    start();
    for (let attempt = 0; attempt < 6; attempt++) {
      latest().fail();
      if (attempt < 5) vi.advanceTimersByTime(15_000);
    }
    const before = FakeSocket.all.length;
    globalThis.dispatchEvent(new Event("online"));
    expect(FakeSocket.all).toHaveLength(before + 1);
  });

  it("gives a silent connection up when a ping is not answered", () => {
    const { states } = start();
    latest().open();
    vi.advanceTimersByTime(15_000);
    expect(latest().sent.at(-1)).toEqual({ type: "ping" });
    latest().say({ type: "pong" });
    vi.advanceTimersByTime(14_000);
    expect(states.at(-1)).toBe("open");
    vi.advanceTimersByTime(1_000 + 10_000);
    expect(states).toContain("waiting");
  });

  it("does not insist when it is denied, nor after close", () => {
    const denied = start();
    latest().open();
    latest().say({ type: "denied", code: "unauthenticated" });
    vi.advanceTimersByTime(60_000);
    expect(denied.states.at(-1)).toBe("denied");
    expect(FakeSocket.all).toHaveLength(1);

    const closed = start();
    latest().open();
    closed.socket.close();
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.all).toHaveLength(2);
    expect(closed.socket.send({ type: "ping" })).toBe(false);
  });
});
