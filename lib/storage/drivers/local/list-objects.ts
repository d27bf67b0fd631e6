import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ListedObject } from "@/lib/storage";
import { isMissing } from "./durable";

/** Files below these directories. Links are not followed: they might lead out of the root. */
export async function* listObjects(
  bases: readonly string[],
  prefix: string,
): AsyncGenerator<ListedObject> {
  // Directories up to the last slash are walked; what is left of the prefix is compared.
  const directory = prefix.slice(0, prefix.lastIndexOf("/") + 1);
  for (const base of bases) {
    for await (const key of walk(base, directory)) {
      if (!key.startsWith(prefix)) continue;
      const { size } = await stat(join(base, key));
      yield { key, sizeBytes: size };
    }
  }
}

async function* walk(base: string, directory: string): AsyncGenerator<string> {
  const entries = await opendir(join(base, directory)).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for await (const entry of entries) {
    const key = `${directory}${entry.name}`;
    if (entry.isDirectory()) yield* walk(base, `${key}/`);
    else if (entry.isFile()) yield key;
  }
}
