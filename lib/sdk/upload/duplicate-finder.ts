import type { UploadEnv } from "./upload-env";
import type { Duplicate, UploadItem } from "./upload-item";

type Ask = NonNullable<UploadEnv["findDuplicates"]>;

export interface DuplicateFinder {
  /** What has the same bytes: in the library or, where it does not know them yet, in this batch. */
  find(
    id: string,
    sha256: string,
    items: () => readonly UploadItem[],
    signal: AbortSignal,
  ): Promise<Duplicate[]>;
  forget(id: string): void;
}

export function createDuplicateFinder(ask: Ask): DuplicateFinder {
  const hashes = new Map<string, string>();
  return {
    async find(id, sha256, items, signal) {
      // One that failed is in no library.
      const twin = items().find(
        (other) => other.id !== id && other.phase !== "failed" && hashes.get(other.id) === sha256,
      );
      hashes.set(id, sha256);
      // A courtesy: what cannot be asked is not asked.
      const found = await ask(sha256, signal).catch(() => []);
      const own = items().find((item) => item.id === id)?.artifactId;
      const known = found.filter(({ artifactId }) => artifactId !== own);
      if (known.length > 0 || !twin) return known;
      const { artifactId, name } = twin;
      return [{ ...(artifactId ? { artifactId } : {}), name, isTrashed: false }];
    },
    forget: (id) => void hashes.delete(id),
  };
}
