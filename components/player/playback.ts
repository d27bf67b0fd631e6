import type { ManifestItem, ScreenFault } from "@/lib/screens/schema";

/**
 * loading → ready → starting (playing under the old one, until its first frame is there) →
 * showing → leaving (covered, unloaded 250 ms later).
 */
export type Stage = "loading" | "ready" | "starting" | "showing" | "leaving";

/** One showing of one item, in one of the two layers. */
export interface Play {
  id: number;
  slot: 0 | 1;
  item: ManifestItem;
  stage: Stage;
  /** Showing, but over: its last frame stands until the next is there. */
  over: boolean;
  /** Leaving with nothing on top of it: to be hidden at once. */
  uncovered: boolean;
}

export interface Fault {
  fault: ScreenFault;
  failures: number;
  retryAt: number;
}

export interface Playback {
  items: readonly ManifestItem[];
  plays: readonly Play[];
  /** Keys of items that came while others played: they are next. */
  fresh: readonly string[];
  /** Something came: it does not wait until the present clip ends. */
  cutIn: boolean;
  faults: Readonly<Record<string, Fault>>;
  /** Key of the item after which the order goes on. */
  after: string | undefined;
  nextId: number;
}

export const nothing: Playback = {
  items: [],
  plays: [],
  fresh: [],
  cutIn: false,
  faults: {},
  after: undefined,
  nextId: 1,
};

const firstRetryMs = 15_000;
const longestRetryMs = 300_000;

/** The same artifact with other bytes is another thing. */
export function keyOf(item: ManifestItem): string {
  return `${item.artifactId}:${item.sha256}`;
}

export function showing(p: Playback): Play | undefined {
  return p.plays.find((play) => play.stage === "showing");
}

export function coming(p: Playback): Play | undefined {
  return p.plays.find(({ stage }) => ["loading", "ready", "starting"].includes(stage));
}

/** A new list: what stays goes on, what is gone is interrupted, what is new cuts in. */
export function replaceItems(p: Playback, items: readonly ManifestItem[], now: number): Playback {
  const before = new Set(p.items.map(keyOf));
  const keys = new Set(items.map(keyOf));
  const arrived = p.items.length > 0 ? [...keys].filter((key) => !before.has(key)) : [];
  const replaced: Playback = {
    ...p,
    items,
    fresh: [...p.fresh.filter((key) => keys.has(key)), ...arrived],
    cutIn: p.cutIn || arrived.length > 0,
    faults: Object.fromEntries(Object.entries(p.faults).filter(([key]) => keys.has(key))),
    after: lastKept(p, keys),
  };
  return settle(withRightNext(replaced, keys, now), now);
}

export function ready(p: Playback, id: number, now: number): Playback {
  return settle(
    change(p, id, "loading", (play) => ({ ...play, stage: "ready" })),
    now,
  );
}

/** Its first frame is on the glass: it is raised, and what was there leaves under it. */
export function shown(p: Playback, id: number, now: number): Playback {
  const play = p.plays.find((play) => play.id === id && play.stage === "starting");
  if (!play) return p;
  const key = keyOf(play.item);
  const { [key]: _healed, ...faults } = p.faults;
  return settle(
    {
      ...p,
      after: key,
      faults,
      fresh: p.fresh.filter((other) => other !== key),
      cutIn: false,
      plays: p.plays.map((other) => {
        if (other === play) return { ...play, stage: "showing" };
        return other.stage === "showing" ? { ...other, stage: "leaving" } : other;
      }),
    },
    now,
  );
}

export function ended(p: Playback, id: number, now: number): Playback {
  return settle(
    change(p, id, "showing", (play) => ({ ...play, over: true })),
    now,
  );
}

/** Cannot be loaded or shown: the others play, and it is tried again later, ever more rarely. */
export function failed(p: Playback, id: number, fault: ScreenFault, now: number): Playback {
  const play = p.plays.find((play) => play.id === id && play.stage !== "leaving");
  if (!play) return p;
  const key = keyOf(play.item);
  const failures = (p.faults[key]?.failures ?? 0) + 1;
  const retryAt = now + Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1));
  const plays =
    play.stage === "showing"
      ? p.plays.map((other) => (other === play ? given(play, fault) : other))
      : p.plays.filter((other) => other !== play);
  return settle({ ...p, plays, faults: { ...p.faults, [key]: { fault, failures, retryAt } } }, now);
}

export function released(p: Playback, id: number, now: number): Playback {
  const plays = p.plays.filter((play) => play.id !== id || play.stage !== "leaving");
  return plays.length === p.plays.length ? p : settle({ ...p, plays }, now);
}

export function retry(p: Playback, now: number): Playback {
  return settle(p, now);
}

/** The server is back: whatever failed for want of it deserves another try. */
export function forgive(p: Playback, now: number): Playback {
  const faults = Object.entries(p.faults).map(([key, fault]) => [key, { ...fault, retryAt: now }]);
  return settle({ ...p, faults: Object.fromEntries(faults) }, now);
}

/** When to try again, if something is broken and nothing is on its way. */
export function retryAt(p: Playback): number | undefined {
  const times = p.items.flatMap((item) => p.faults[keyOf(item)]?.retryAt ?? []);
  return coming(p) || times.length === 0 ? undefined : Math.min(...times);
}

// A stalled clip keeps its last picture; one that cannot be decoded has none to keep.
function given(play: Play, fault: ScreenFault): Play {
  return fault === "stalled"
    ? { ...play, over: true }
    : { ...play, stage: "leaving", uncovered: true };
}

function settle(p: Playback, now: number): Playback {
  return start(prepare(interrupt(p), now));
}

/** Puts what comes next into the free layer. */
function prepare(p: Playback, now: number): Playback {
  if (coming(p)) return p;
  const slot = ([0, 1] as const).find((slot) => p.plays.every((play) => play.slot !== slot));
  const item = choose(p, now);
  if (slot === undefined || !item) return p;
  const play: Play = {
    id: p.nextId,
    slot,
    item,
    stage: "loading",
    over: false,
    uncovered: false,
  };
  return { ...p, nextId: p.nextId + 1, plays: [...p.plays, play] };
}

function start(p: Playback): Playback {
  const next = coming(p);
  const current = showing(p);
  if (next?.stage !== "ready") return p;
  const cutsIn = p.cutIn && p.fresh.includes(keyOf(next.item));
  if (current && !current.over && !cutsIn) return p;
  return change(p, next.id, "ready", (play) => ({ ...play, stage: "starting" }));
}

function choose(p: Playback, now: number): ManifestItem | undefined {
  const playable = (item: ManifestItem) => (p.faults[keyOf(item)]?.retryAt ?? now) <= now;
  const fresh = p.items.find((item) => p.fresh.includes(keyOf(item)) && playable(item));
  const at = p.items.findIndex((item) => keyOf(item) === p.after) + 1;
  const item = fresh ?? [...p.items.slice(at), ...p.items.slice(0, at)].find(playable);
  const current = showing(p);
  // A picture that is alone stays as it is.
  const alone = item?.kind === "image" && current && keyOf(current.item) === keyOf(item);
  return alone ? undefined : item;
}

/** What was about to come may be gone, or something newer goes first. */
function withRightNext(p: Playback, keys: ReadonlySet<string>, now: number): Playback {
  const next = coming(p);
  if (!next) return p;
  const without = { ...p, plays: p.plays.filter((play) => play !== next) };
  if (!keys.has(keyOf(next.item))) return without;
  if (next.stage === "starting") return p;
  const wanted = choose(without, now);
  return wanted && keyOf(wanted) === keyOf(next.item) ? p : without;
}

/** What was taken off the list leaves the glass: by a cut if the next is there, else at once. */
function interrupt(p: Playback): Playback {
  const current = showing(p);
  if (!current || p.items.some((item) => keyOf(item) === keyOf(current.item))) return p;
  const next = coming(p);
  const canCut = next?.stage === "ready" || next?.stage === "starting";
  return change(p, current.id, "showing", (play) =>
    canCut ? { ...play, over: true } : { ...play, stage: "leaving", uncovered: true },
  );
}

/** The nearest item at or before the present one that is still in the list. */
function lastKept(p: Playback, keys: ReadonlySet<string>): string | undefined {
  const old = p.items.map(keyOf);
  const at = old.indexOf(p.after ?? "") + 1;
  return [...old.slice(at), ...old.slice(0, at)].findLast((key) => keys.has(key));
}

function change(p: Playback, id: number, from: Stage, to: (play: Play) => Play): Playback {
  if (!p.plays.some((play) => play.id === id && play.stage === from)) return p;
  return { ...p, plays: p.plays.map((play) => (play.id === id ? to(play) : play)) };
}
