import { describe, expect, it } from "vitest";
import type { ManifestItem } from "@/lib/screens/schema";
import { item, player } from "./fake-player";
import { coming, keyOf, showing } from "./playback";
import { viewOf } from "./player-state";

const [a, b, c, x] = [item("1"), item("2"), item("3"), item("9")];

describe("the order", () => {
  it("plays all in turn and begins anew", () => {
    const screen = player(a, b, c);
    expect([1, 2, 3, 4, 5].map(screen.advance)).toEqual(["1", "2", "3", "1", "2"]);
  });

  it("raises the next only once its first frame is there, and unloads the old one later", () => {
    const screen = player(a, b);
    screen.advance();
    expect(screen.next).toBe("2");
    screen.end();
    expect(screen.onScreen).toBe("1");
    screen.load();
    expect(coming(screen.state.playback)?.stage).toBe("starting");
    expect(screen.onScreen).toBe("1");
    screen.raise();
    expect(screen.onScreen).toBe("2");
    expect(screen.state.playback.plays.map(({ stage }) => stage)).toEqual(["leaving", "showing"]);
    expect(screen.next).toBeUndefined();
    screen.release();
    expect(screen.next).toBe("1");
  });

  it("loops a single video through both layers", () => {
    const screen = player(a);
    screen.advance();
    const first = showing(screen.state.playback);
    expect(screen.next).toBe("1");
    expect(screen.advance()).toBe("1");
    expect(showing(screen.state.playback)?.slot).not.toBe(first?.slot);
  });

  it("leaves a single picture standing, and goes on when something joins it", () => {
    const picture = item("4", "image");
    const screen = player(picture);
    screen.advance();
    expect(screen.next).toBeUndefined();
    screen.end();
    expect(screen.onScreen).toBe("4");
    screen.show(a, picture);
    expect(screen.next).toBe("1");
    screen.load();
    screen.raise();
    expect(screen.onScreen).toBe("1");
  });
});

describe("a new list", () => {
  it("lets what stays play on without a restart", () => {
    const screen = player(a, b);
    screen.advance();
    const before = screen.state.playback.plays;
    screen.show(a, b, c);
    expect(showing(screen.state.playback)?.id).toBe(before[0]?.id);
  });

  it("keeps every layer as it is when only the addresses were renewed", () => {
    const screen = player(a, b);
    screen.advance();
    const before = screen.state.playback.plays;
    screen.show({ ...a, url: "/media/1?later" }, { ...b, url: "/media/2?later" });
    expect(screen.state.playback.plays).toEqual(before);
  });

  it("puts what is new next, in place of what was about to come", () => {
    const screen = player(a, b, c);
    screen.advance();
    screen.load();
    screen.show(x, a, b, c);
    expect(screen.next).toBe("9");
    expect([1, 2, 3].map(screen.advance)).toEqual(["9", "1", "2"]);
  });

  it("cuts to what is new as soon as it is loaded, and lets it play to its end", () => {
    const screen = player(a, b);
    screen.advance();
    screen.show(x, a, b);
    screen.load();
    expect(coming(screen.state.playback)).toMatchObject({ item: x, stage: "starting" });
    screen.raise();
    expect(screen.onScreen).toBe("9");
    screen.release();
    screen.load();
    expect(coming(screen.state.playback)).toMatchObject({ stage: "ready" });
    expect(screen.onScreen).toBe("9");
  });

  it("interrupts what was removed by a cut to the loaded next", () => {
    const screen = player(a, b, c);
    screen.advance();
    screen.load();
    screen.show(b, c);
    expect(coming(screen.state.playback)).toMatchObject({ item: b, stage: "starting" });
    screen.raise();
    expect(screen.onScreen).toBe("2");
  });

  it("hides what was removed at once when nothing is ready to take its place", () => {
    const screen = player(a, b);
    screen.advance();
    screen.show(b);
    expect(screen.onScreen).toBeUndefined();
    expect(screen.state.playback.plays[0]).toMatchObject({ stage: "leaving", uncovered: true });
    screen.load();
    screen.raise();
    expect(screen.onScreen).toBe("2");
  });

  it("does not keep a removed item when the cut away from it fails", () => {
    const screen = player(a, b);
    screen.advance();
    screen.load();
    screen.show(b);
    screen.breakNext();
    expect(screen.onScreen).toBeUndefined();
  });

  it("drops a removed item that was about to come, and goes on after the present one", () => {
    const screen = player(a, b, c);
    screen.advance();
    screen.load();
    screen.show(a, c);
    expect(screen.onScreen).toBe("1");
    expect(screen.next).toBe("3");
  });

  it("goes on where it was when the present item and its neighbours are removed", () => {
    const screen = player(a, b, c, x);
    screen.advance();
    screen.advance();
    screen.show(a, x);
    expect(screen.next).toBe("9");
  });

  it("takes other bytes under the same id for another item", () => {
    const screen = player(a);
    screen.advance();
    screen.show({ ...a, sha256: "other" });
    expect(screen.onScreen).toBeUndefined();
    screen.load();
    screen.raise();
    expect(keyOf(showing(screen.state.playback)?.item as ManifestItem)).toContain("other");
  });

  it("falls back to the calm screen when all is removed, and starts when something comes", () => {
    const screen = player(a);
    screen.advance();
    screen.show();
    screen.release();
    expect(screen.state.playback.plays).toEqual([]);
    expect(viewOf(screen.state)).toBe("empty");
    screen.show(b);
    expect(screen.advance()).toBe("2");
  });
});
