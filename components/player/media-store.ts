/** What the device knows of one file, whole or on its way. */
export interface StoredFile {
  sha256: string;
  sizeBytes: number;
  contentType: string;
  receivedBytes: number;
  pieces: number;
  /** Of the hash so far; null once the bytes were checked against `sha256`. */
  hashState: Uint8Array | null;
}

/** Files of the device by content hash, in pieces that are only ever added. */
export interface MediaStore {
  find(sha256: string): Promise<StoredFile | undefined>;
  /** The next piece and the file as it is with it, both or neither. */
  append(file: StoredFile, piece: Blob): Promise<void>;
  finish(file: StoredFile): Promise<void>;
  /** The bytes, without reading them into memory. */
  open(file: StoredFile): Promise<Blob>;
  remove(sha256: string): Promise<void>;
  list(): Promise<string[]>;
}

const name = "vitrine-media";

/**
 * IndexedDB, because plain http on a LAN has neither Cache API nor OPFS. Rejects where even that is
 * forbidden.
 */
export async function openMediaStore(): Promise<MediaStore> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("files", { keyPath: "sha256" });
    opening.result.createObjectStore("pieces");
  };
  const db = await settled(opening);

  function inTransaction<T>(
    mode: IDBTransactionMode,
    work: (files: IDBObjectStore, pieces: IDBObjectStore) => IDBRequest<T> | undefined,
  ): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      const transaction = db.transaction(["files", "pieces"], mode);
      const request = work(transaction.objectStore("files"), transaction.objectStore("pieces"));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    find: (sha256) =>
      inTransaction<StoredFile | undefined>("readonly", (files) => files.get(sha256)),

    append: async (file, piece) => {
      await inTransaction("readwrite", (files, pieces) => {
        pieces.put(piece, [file.sha256, file.pieces - 1]);
        files.put(file);
        return undefined;
      });
    },

    finish: async (file) => {
      await inTransaction("readwrite", (files) => files.put(file));
    },

    open: async (file) => {
      const pieces = await inTransaction<Blob[]>("readonly", (_files, pieces) =>
        pieces.getAll(piecesOf(file.sha256)),
      );
      return new Blob(pieces, { type: file.contentType });
    },

    remove: async (sha256) => {
      await inTransaction("readwrite", (files, pieces) => {
        files.delete(sha256);
        pieces.delete(piecesOf(sha256));
        return undefined;
      });
    },

    list: async () =>
      (await inTransaction<IDBValidKey[]>("readonly", (files) => files.getAllKeys()))?.map(
        String,
      ) ?? [],
  };
}

function piecesOf(sha256: string): IDBKeyRange {
  return IDBKeyRange.bound([sha256, 0], [sha256, Number.MAX_SAFE_INTEGER]);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
