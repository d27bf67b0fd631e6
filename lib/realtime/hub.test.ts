import { describe, expect, it, vi } from "vitest";
import { createLog } from "@/lib/log";
import { createHub, type HubOptions } from "./hub";
import type { Subscriber } from "./subscriber";

// A busy machine may take its time.
const soon = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000 });

const log = createLog("silent");

function newHub(options: Partial<HubOptions> = {}) {
  return createHub({ revisionOf: async () => "r1", log, coalesceMs: 5, retryMs: 5, ...options });
}

function newSubscriber() {
  const frames: Buffer[] = [];
  const denied: string[] = [];
  const recheck = vi.fn(async () => {});
  const subscriber: Subscriber = {
    send: (frame) => void frames.push(frame),
    deny: (code) => void denied.push(code),
    recheck,
  };
  return {
    subscriber,
    frames,
    denied,
    recheck,
    heard: () => frames.map((f) => JSON.parse(`${f}`)),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 40));

describe("the hub", () => {
  it("knows how long nothing of a client has changed, and forgets it when it may have missed some", async () => {
    let now = 1000;
    const hub = newHub({ now: () => now });
    now += 500;
    expect(hub.quietForMs("a")).toMatchObject({ artifacts: 500, people: 500 });
    hub.deliver({ kind: "artifacts", clientId: "a", ids: ["1"] });
    hub.deliver({ kind: "sessions", userId: "u1" });
    now += 70;
    expect(hub.quietForMs("a")).toMatchObject({ artifacts: 70, people: 570 });
    expect(hub.quietForMs("b")).toMatchObject({ artifacts: 570 });
    await hub.resyncAll();
    now += 1;
    expect(hub.quietForMs("b")).toMatchObject({ artifacts: 1, people: 1 });
  });

  it("tells a bulk change once per kind, the same bytes to all", async () => {
    const hub = newHub();
    const [one, two] = [newSubscriber(), newSubscriber()];
    hub.joinDashboard("a", "u1", one.subscriber);
    hub.joinDashboard("a", "u2", two.subscriber);
    hub.deliver({ kind: "artifacts", clientId: "a", ids: ["1"] });
    hub.deliver({ kind: "artifacts", clientId: "a", ids: ["2", "1"] });
    hub.deliver({ kind: "people", clientId: "a" });
    await settled();
    expect(one.heard()).toEqual([
      { type: "changed", kind: "artifacts", ids: ["1", "2"] },
      { type: "changed", kind: "people", ids: [] },
    ]);
    expect(one.frames[0]).toBe(two.frames[0]);
  });

  it("never tells one client of another", async () => {
    const hub = newHub();
    const [dashboard, screen] = [newSubscriber(), newSubscriber()];
    hub.joinDashboard("b", "u1", dashboard.subscriber);
    hub.joinScreen("b", "s1", screen.subscriber);
    await settled();
    screen.frames.length = 0;
    hub.deliver({ kind: "artifacts", clientId: "a", ids: ["1"] });
    hub.deliver({ kind: "screens", clientId: "a", ids: ["s9"] });
    await settled();
    expect([...dashboard.heard(), ...screen.heard()]).toEqual([]);
  });

  it("computes a revision once for all screens of a client and tells it only when it is new", async () => {
    let revision = "r1";
    const revisionOf = vi.fn(async () => revision);
    const hub = newHub({ revisionOf });
    const screens = Array.from({ length: 50 }, newSubscriber);
    screens.forEach(({ subscriber }, n) => void hub.joinScreen("a", `s${n}`, subscriber));
    await settled();
    expect(revisionOf).toHaveBeenCalledTimes(1);
    hub.deliver({ kind: "artifacts", clientId: "a", ids: ["renamed"] });
    await settled();
    revision = "r2";
    hub.deliver({ kind: "artifacts", clientId: "a", ids: ["added"] });
    await settled();
    expect(revisionOf).toHaveBeenCalledTimes(3);
    for (const { heard } of screens) {
      expect(heard()).toEqual([
        { type: "revision", revision: "r1" },
        { type: "revision", revision: "r2" },
      ]);
    }
  });

  it("asks again when a change comes while the revision is computed", async () => {
    const answers: ((revision: string) => void)[] = [];
    const hub = newHub({ revisionOf: () => new Promise((resolve) => void answers.push(resolve)) });
    const { subscriber, heard } = newSubscriber();
    hub.joinScreen("a", "s1", subscriber);
    await soon(() => expect(answers).toHaveLength(1));
    hub.deliver({ kind: "artifacts", clientId: "a", ids: ["1"] });
    answers[0]?.("stale");
    await soon(() => expect(answers).toHaveLength(2));
    answers[1]?.("fresh");
    await soon(() => expect(heard().at(-1)).toEqual({ type: "revision", revision: "fresh" }));
  });

  it("tries again when the revision cannot be computed", async () => {
    let calls = 0;
    const revisionOf = async () => {
      if (++calls < 3) throw new Error("the database is away");
      return "r1";
    };
    const { subscriber, heard } = newSubscriber();
    newHub({ revisionOf }).joinScreen("a", "s1", subscriber);
    await soon(() => expect(heard()).toEqual([{ type: "revision", revision: "r1" }]));
  });

  it("tells nobody who has left", async () => {
    const hub = newHub();
    const [dashboard, screen] = [newSubscriber(), newSubscriber()];
    const leave = [
      hub.joinDashboard("a", "u1", dashboard.subscriber),
      hub.joinScreen("a", "s1", screen.subscriber),
    ];
    for (const go of leave) go();
    hub.deliver({ kind: "artifacts", clientId: "a", ids: ["1"] });
    await settled();
    expect([...dashboard.heard(), ...screen.heard()]).toEqual([]);
  });

  it("turns a removed screen away, and no other", () => {
    const hub = newHub();
    const [removed, other] = [newSubscriber(), newSubscriber()];
    hub.joinScreen("a", "s1", removed.subscriber);
    hub.joinScreen("a", "s2", other.subscriber);
    hub.deliver({ kind: "screen-removed", clientId: "a", id: "s1" });
    expect([removed.denied, other.denied]).toEqual([["unauthenticated"], []]);
  });

  it("tells the screen that shows a code that it was claimed", () => {
    const hub = newHub();
    const [claimed, other] = [newSubscriber(), newSubscriber()];
    hub.joinPairing("p1", claimed.subscriber);
    hub.joinPairing("p2", other.subscriber);
    hub.deliver({ kind: "pairing", id: "p1" });
    expect([claimed.heard(), other.heard()]).toEqual([[{ type: "paired" }], []]);
  });

  it("has a person's sockets asked anew when their rights change", () => {
    const hub = newHub();
    const [one, other] = [newSubscriber(), newSubscriber()];
    hub.joinDashboard("a", "u1", one.subscriber);
    hub.joinDashboard("a", "u2", other.subscriber);
    hub.deliver({ kind: "sessions", userId: "u1" });
    expect(one.recheck).toHaveBeenCalledTimes(1);
    expect(other.recheck).not.toHaveBeenCalled();
  });

  it("tells everyone everything again when notifications may have been lost", async () => {
    const hub = newHub();
    const all = [newSubscriber(), newSubscriber(), newSubscriber()] as const;
    hub.joinDashboard("a", "u1", all[0].subscriber);
    hub.joinScreen("a", "s1", all[1].subscriber);
    hub.joinPairing("p1", all[2].subscriber);
    await settled();
    await hub.resyncAll();
    await settled();
    for (const { recheck } of all) expect(recheck).toHaveBeenCalledTimes(1);
    expect(all[0].heard().map(({ kind }) => kind)).toEqual([
      "artifacts",
      "screens",
      "people",
      "collections",
      "views",
    ]);
    expect(all[1].heard()).toHaveLength(2);
  });
});
