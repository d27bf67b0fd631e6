import { describe, expect, it, vi } from "vitest";
import { createLog } from "@/lib/log";
import { createStopper } from "./stop";

const log = createLog("silent");

describe("stopping", () => {
  it("ends things in the reverse order, once, also when one of them fails", async () => {
    const exit = vi.fn();
    const stopper = createStopper(log, exit);
    const stopped: string[] = [];
    stopper.add("first", () => void stopped.push("first"));
    stopper.add("broken", () => Promise.reject(new Error("broken")));
    stopper.add("last", () => void stopped.push("last"));
    await Promise.all([stopper.stop(0), stopper.stop(1)]);
    expect(stopped).toEqual(["last", "first"]);
    expect(exit.mock.calls).toEqual([[0]]);
  });

  it("waits for what is just being started, and stops that as well", async () => {
    const stopper = createStopper(log, () => {});
    const stopped = vi.fn();
    const starting = Promise.resolve().then(() => stopper.add("late", stopped));
    stopper.waitFor(starting);
    await stopper.stop(0);
    expect(stopped).toHaveBeenCalledOnce();
  });

  it("does not wait for ever, and still stops what must always be stopped", async () => {
    const exit = vi.fn();
    const stopper = createStopper(log, exit, 30);
    const database = vi.fn();
    stopper.add("database", database, { always: true });
    stopper.add("stuck", () => new Promise(() => {}));
    await stopper.stop(0);
    expect(database).toHaveBeenCalledOnce();
    expect(exit).toHaveBeenCalledWith(0);
  });
});
