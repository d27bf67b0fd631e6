import { randomId } from "./random-id";

/** This page, as its siblings know it: no two of them send the same upload. */
export interface Tab {
  id: string;
  /** Others take it for alive from then on. */
  ready: Promise<void>;
  /** Ids of all that live. */
  living(): Promise<ReadonlySet<string>>;
  /** Resolves when that one has ended, where the browser tells. */
  ended(id: string): Promise<void>;
}

const prefix = "vitrine-tab-";

export function createTab(): Tab {
  return "locks" in navigator ? lockedTab(randomId()) : beatingTab(randomId());
}

/** A lock ends with its page, however that ends. */
function lockedTab(id: string): Tab {
  const ready = new Promise<void>((resolve) => {
    const forever = new Promise<void>(() => {});
    void navigator.locks.request(prefix + id, () => {
      resolve();
      return forever;
    });
  });
  return {
    id,
    ready,
    async living() {
      const { held = [] } = await navigator.locks.query();
      const names = held.map(({ name = "" }) => name);
      return new Set(names.filter((name) => name.startsWith(prefix)).map(withoutPrefix));
    },
    // Whoever can have its lock knows: a page that is being reloaded holds it for a moment longer.
    ended: (id) => navigator.locks.request(prefix + id, () => {}),
  };
}

const beatMs = 5_000;
// Browsers let the timers of hidden pages run once a minute only.
const silentMs = 90_000;

/** Plain-http addresses have no locks: each page says every few seconds that it lives. */
function beatingTab(id: string): Tab {
  const beat = () => localStorage.setItem(prefix + id, String(Date.now()));
  beat();
  setInterval(beat, beatMs);
  window.addEventListener("pageshow", beat);
  window.addEventListener("pagehide", () => localStorage.removeItem(prefix + id));
  return {
    id,
    ready: Promise.resolve(),
    async living() {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
      const beating = names.filter((name) => {
        const isSilent = Date.now() - Number(localStorage.getItem(name)) > silentMs;
        if (isSilent) localStorage.removeItem(name);
        return !isSilent;
      });
      return new Set(beating.map(withoutPrefix));
    },
    ended: () => new Promise(() => {}),
  };
}

function withoutPrefix(name: string): string {
  return name.slice(prefix.length);
}
