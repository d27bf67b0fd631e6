import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { openSocket } from "@/lib/sdk";
import { createLiveConnection } from "./live-connection";

type Options = Parameters<typeof openSocket>[0];

function start() {
  const sockets: (Options & { isClosed: boolean })[] = [];
  const queries = new QueryClient();
  const asked = vi.spyOn(queries, "invalidateQueries");
  const clock = { hear: vi.fn(), gapMs: () => 10_000 };
  const connection = createLiveConnection(
    "client_001",
    (options) => {
      const socket = { ...options, isClosed: false };
      sockets.push(socket);
      return {
        send: () => true,
        close: () => {
          socket.isClosed = true;
        },
      };
    },
    clock,
  );
  return {
    connection,
    queries,
    sockets,
    changed: (kind: "artifacts" | "screens", ...ids: string[]) =>
      sockets.at(-1)?.onMessage({ type: "changed", kind, ids }),
    askedKeys: () => asked.mock.calls.map(([filter]) => filter?.queryKey),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("gathers a burst and asks each kind anew once", () => {
  const live = start();
  live.connection.hold(live.queries);
  live.changed("artifacts", "a");
  live.changed("artifacts", "b");
  live.changed("screens", "s");
  expect(live.askedKeys()).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(live.askedKeys()).toEqual([
    ["artifacts", "client_001"],
    ["screens", "client_001"],
  ]);
});

it("leaves to a listener what it says it has patched, with the ids", () => {
  const live = start();
  const heard: unknown[] = [];
  live.connection.hold(live.queries);
  live.connection.listen((change) => {
    heard.push(change);
    return change.kind === "artifacts";
  });
  live.changed("artifacts", "a");
  live.changed("artifacts", "b");
  live.changed("screens", "s");
  vi.advanceTimersByTime(50);
  expect(heard[0]).toEqual({ kind: "artifacts", ids: ["a", "b"] });
  expect(live.askedKeys()).toEqual([["screens", "client_001"]]);
});

it("asks everything anew whenever the line opens, also what is still on its way", async () => {
  const live = start();
  const answers = ["old", "new"];
  const queryFn = async () => {
    const answer = answers.shift();
    await Promise.resolve();
    return answer;
  };
  const observer = new QueryObserver(live.queries, {
    queryKey: ["screens", "client_001"],
    queryFn,
  });
  const stop = observer.subscribe(() => {});
  live.connection.hold(live.queries);
  live.sockets[0]?.onMessage({ type: "welcome" });
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe("new"));
  expect(live.askedKeys()).toHaveLength(5);
  stop();
});

it("asks nothing anew of which the server knows that nothing was missed", async () => {
  const live = start();
  live.connection.hold(live.queries);
  const quietForMs = { artifacts: 60_000, people: 60_000, views: 12_001, screens: 12_000 };
  live.sockets[0]?.onMessage({
    type: "welcome",
    quietForMs: { ...quietForMs, collections: 9_000 },
  });
  await vi.waitFor(() =>
    expect(live.askedKeys()).toEqual([
      ["screens", "client_001"],
      ["collections", "client_001"],
    ]),
  );
});

it("tells its listeners when the server says no, so that they look whether they still may", () => {
  const live = start();
  const heard: unknown[] = [];
  live.connection.hold(live.queries);
  live.connection.listen(({ kind, ids }) => {
    heard.push([kind, ids]);
    return undefined;
  });
  live.sockets[0]?.onMessage({ type: "denied", code: "not_found" });
  expect(heard).toContainEqual(["people", []]);
  expect(live.askedKeys()).toHaveLength(5);
});

it("shares one line between all that hold it, and closes it after the last", () => {
  const live = start();
  const first = live.connection.hold(live.queries);
  const second = live.connection.hold(live.queries);
  expect(live.sockets).toHaveLength(1);
  first();
  second();
  const again = live.connection.hold(live.queries);
  vi.advanceTimersByTime(10_000);
  expect(live.sockets[0]?.isClosed).toBe(false);
  again();
  vi.advanceTimersByTime(10_000);
  expect(live.sockets[0]?.isClosed).toBe(true);
});
