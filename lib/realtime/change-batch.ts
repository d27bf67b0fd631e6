interface Batch<Kind> {
  clientId: string;
  kind: Kind;
  ids: Set<string>;
  isAll: boolean;
}

export interface ChangeBatch<Kind extends string> {
  /** No ids: all of that kind. */
  add(clientId: string, kind: Kind, ids: readonly string[]): void;
  clear(): void;
}

// Beyond that a list is read anew as a whole anyway.
const maxIds = 500;

/** Gathers the changes of a few milliseconds, per client and kind, so that a bulk action is told once. */
export function createChangeBatch<Kind extends string>(
  delayMs: number,
  tell: (clientId: string, kind: Kind, ids: string[]) => void,
): ChangeBatch<Kind> {
  const batches = new Map<string, Batch<Kind>>();
  let timer: NodeJS.Timeout | undefined;

  function flush() {
    timer = undefined;
    const due = [...batches.values()];
    batches.clear();
    for (const { clientId, kind, ids, isAll } of due) {
      tell(clientId, kind, isAll || ids.size > maxIds ? [] : [...ids]);
    }
  }

  return {
    add(clientId, kind, ids) {
      const key = `${kind} ${clientId}`;
      const batch = batches.get(key) ?? { clientId, kind, ids: new Set(), isAll: false };
      batch.isAll ||= ids.length === 0;
      for (const id of ids) batch.ids.add(id);
      batches.set(key, batch);
      timer ??= setTimeout(flush, delayMs);
    },
    clear() {
      clearTimeout(timer);
      timer = undefined;
      batches.clear();
    },
  };
}
