import type { KeptStore, KeptUpload } from "./kept-upload";

const databaseName = "vitrine-uploads";

/** In IndexedDB, which plain-http addresses have too. */
export function createIdbStore(): KeptStore {
  let opened: Promise<IDBDatabase> | undefined;

  function open(): Promise<IDBDatabase> {
    opened ??= openDatabase().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  }

  async function within<T>(
    mode: IDBTransactionMode,
    act: (rows: IDBObjectStore, copies: IDBObjectStore) => Promise<T> | T,
  ): Promise<T> {
    const transaction = (await open()).transaction(["rows", "copies"], mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([
      act(transaction.objectStore("rows"), transaction.objectStore("copies")),
      ended,
    ]);
    return result;
  }

  return {
    list: () => within("readonly", (rows) => answered<KeptUpload[]>(rows.getAll())),
    put: (upload) => within("readwrite", (rows) => void rows.put(upload)),
    claim: (id, from, to) =>
      within("readwrite", async (rows) => {
        const row = await answered<KeptUpload | undefined>(rows.get(id));
        if (row?.tab !== from) return false;
        rows.put({ ...row, tab: to });
        return true;
      }),
    remove: (ids) =>
      within("readwrite", (rows, copies) => {
        for (const id of ids) {
          rows.delete(id);
          copies.delete(id);
        }
      }),
    keepCopy: (id, file) => within("readwrite", (_, copies) => void copies.put(file, id)),
    copyOf: (id) => within("readonly", (_, copies) => answered<File | undefined>(copies.get(id))),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("rows", { keyPath: "id" });
    request.result.createObjectStore("copies");
  };
  return answered(request);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
