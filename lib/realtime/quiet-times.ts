import { changeKinds } from "./facts";
import type { QuietForMs } from "./schema";

type Kind = keyof QuietForMs;

interface QuietTimes {
  heard(clientId: string, kind: Kind): void;
  /** Changes may have passed unheard. */
  forget(): void;
  quietForMs(clientId: string): QuietForMs;
}

/** When each client's things changed last, on this process's own clock. */
export function createQuietTimes(now: () => number): QuietTimes {
  const changed = new Map<string, Map<Kind, number>>();
  let listeningSince = now();

  return {
    heard(clientId, kind) {
      const kinds = changed.get(clientId) ?? new Map<Kind, number>();
      changed.set(clientId, kinds.set(kind, now()));
    },
    forget() {
      changed.clear();
      listeningSince = now();
    },
    quietForMs(clientId) {
      const kinds = changed.get(clientId);
      const quiet = (kind: Kind) => Math.floor(now() - (kinds?.get(kind) ?? listeningSince));
      return Object.fromEntries(changeKinds.map((kind) => [kind, quiet(kind)])) as QuietForMs;
    },
  };
}
