export interface GapClock {
  /** Something was heard: up to now nothing was missed. */
  hear(): void;
  /** Milliseconds since then, or since this page was asked for. */
  gapMs(): number;
}

interface Clocks {
  /** Milliseconds since 1970: goes on while a device sleeps, and may be set. */
  wall: () => number;
  /** Milliseconds since the page was asked for: cannot be set, and may stand still in sleep. */
  steady: () => number;
}

const browserClocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() };

/** The longer of what two clocks say. */
export function createGapClock({ wall, steady }: Clocks = browserClocks): GapClock {
  let heard = { wall: wall() - steady(), steady: 0 };
  return {
    hear() {
      heard = { wall: wall(), steady: steady() };
    },
    gapMs: () => Math.max(wall() - heard.wall, steady() - heard.steady),
  };
}
