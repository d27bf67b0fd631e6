import type { KeptStore, KeptUpload } from "./kept-upload";

/** For tests: what a browser keeps, and pages that come and go. */
export function memoryStore() {
  const rows = new Map<string, KeptUpload>();
  const copies = new Map<string, File>();
  const living = new Set<string>();
  const ends = new Map<string, () => void>();
  const store: KeptStore = {
    list: async () => [...rows.values()],
    async put(upload) {
      rows.set(upload.id, upload);
    },
    async claim(id, from, to) {
      const row = rows.get(id);
      if (row?.tab !== from) return false;
      rows.set(id, { ...row, tab: to });
      return true;
    },
    async remove(ids) {
      for (const id of ids) {
        rows.delete(id);
        copies.delete(id);
      }
    },
    async keepCopy(id, file) {
      copies.set(id, file);
    },
    copyOf: async (id) => copies.get(id),
  };
  return {
    store,
    rows,
    copies,
    openTab(id: string) {
      living.add(id);
      const ended = (id: string) => new Promise<void>((resolve) => ends.set(id, resolve));
      return { id, ready: Promise.resolve(), living: async () => new Set(living), ended };
    },
    closeTab(id: string): void {
      living.delete(id);
      ends.get(id)?.();
    },
  };
}
