import { describe, expect, it } from "vitest";
import { item, player } from "./fake-player";
import { retryAt } from "./playback";
import { initialState, receiptOf, reduce, viewOf } from "./player-state";

const [a, b, c] = [item("1"), item("2"), item("3")];

describe("a broken item", () => {
  it("is skipped and reported while the others play", () => {
    const screen = player(a, b, c);
    screen.advance();
    screen.breakNext();
    expect(screen.next).toBe("3");
    expect(receiptOf(screen.state)).toMatchObject({
      revision: "1+2+3",
      playingArtifactId: a.artifactId,
      problem: "network: 2",
    });
    expect([1, 2, 3].map(screen.advance)).toEqual(["3", "1", "3"]);
  });

  it("is tried again later, and forgotten once it plays", () => {
    const screen = player(a, b);
    screen.advance();
    screen.breakNext();
    screen.wait(20_000);
    screen.advance();
    expect(screen.advance()).toBe("2");
    expect(receiptOf(screen.state).problem).toBeNull();
  });

  it("that stalls keeps its last picture until the next is there", () => {
    const screen = player(a, b);
    screen.advance();
    screen.breakCurrent("stalled");
    expect(screen.onScreen).toBe("1");
    screen.load();
    screen.raise();
    expect(screen.onScreen).toBe("2");
  });

  it("is hidden when it can no longer be decoded", () => {
    const screen = player(a, b);
    screen.advance();
    screen.breakCurrent("unplayable");
    expect(screen.onScreen).toBeUndefined();
    expect(screen.next).toBe("2");
  });

  it("is retried slowly when all are broken, ever more rarely", () => {
    const screen = player(a, b);
    screen.breakNext();
    screen.breakNext();
    expect(viewOf(screen.state)).toBe("trouble");
    expect(retryAt(screen.state.playback)).toBe(15_000);
    screen.retry();
    expect(screen.next).toBeUndefined();
    screen.wait(15_000);
    screen.retry();
    expect(screen.next).toBe("1");
    screen.breakNext();
    screen.breakNext();
    expect(retryAt(screen.state.playback)).toBe(15_000 + 30_000);
  });
});

describe("the network", () => {
  it("may go without the screen noticing while media are loaded", () => {
    const screen = player(a, b);
    screen.connect(true);
    screen.advance();
    screen.load();
    screen.connect(false);
    screen.end();
    screen.raise();
    expect(screen.onScreen).toBe("2");
    expect(viewOf(screen.state)).toBe("playing");
  });

  it("freezes on the last frame when nothing can be loaded, and goes on when it returns", () => {
    const screen = player(a, b);
    screen.connect(true);
    screen.advance();
    screen.connect(false);
    screen.breakNext();
    screen.breakNext();
    screen.end();
    expect(screen.onScreen).toBe("1");
    expect(screen.next).toBeUndefined();
    screen.connect(true);
    expect(screen.next).toBe("2");
    expect(screen.advance()).toBe("2");
  });

  it("does not disturb a code, and a new token starts clean", () => {
    const pairing = { id: "p", code: "123456", secret: "s", expiresInMs: 1 };
    let state = reduce(initialState, { type: "remembered", token: undefined });
    state = reduce(state, { type: "code", pairing });
    state = reduce(state, { type: "connection", connected: true, now: 0 });
    expect(viewOf(state)).toBe("pairing");
    expect(state.pairing).toBe(pairing);
    state = reduce(state, { type: "paired", token: "s" });
    expect(viewOf(state)).toBe("waiting");
    expect(reduce(state, { type: "unpaired" }).token).toEqual({ known: true, value: undefined });
  });
});
