import { describe, expect, it } from "vitest";
import { item } from "./fake-player";
import { inRegion } from "./in-region";
import { initialState, type PlayerState, reduce } from "./player-state";

const manifestOf = (region: string | null) => ({
  screen: { id: "00000000-0000-7000-8000-000000000000", name: "Window", region },
  revision: "r1",
  items: [{ ...item("1"), url: "/media/a?e=1&s=2" }, item("2")],
  urlsExpireAt: "2030-01-01T00:00:00Z",
});

describe("the region of a screen", () => {
  it("is asked for with every file", () => {
    const { items } = inRegion(manifestOf("north & east"));
    expect(items.map(({ url }) => url)).toEqual([
      "/media/a?e=1&s=2&region=north%20%26%20east",
      "/media/2?region=north%20%26%20east",
    ]);
  });

  it("leaves addresses as they are where there is none", () => {
    expect(inRegion(manifestOf(null))).toEqual(manifestOf(null));
  });

  it("interrupts nothing when it changes: the files are the same", () => {
    const show = (state: PlayerState, region: string) =>
      reduce(state, { type: "manifest", manifest: inRegion(manifestOf(region)), now: 0 });
    const before = show(initialState, "north");
    const after = show(before, "south");
    expect(after.playback.plays).toEqual(before.playback.plays);
    expect(after.playback.fresh).toEqual([]);
    expect(after.playback.items[0]?.url).toContain("region=south");
  });
});
