import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { ListedObject } from "@/lib/storage";
import { isMissing } from "./durable";
import { type Compare, sortedEntries } from "./sorted-entries";

interface Wanted {
  /** Where our own objects lie. */
  own: string;
  /** Where another program has put its files; undefined: nowhere. */
  foreign: string | undefined;
  prefix: string;
  after: string | undefined;
  compare: Compare;
  isOwnKey: (key: string) => boolean;
}

/** Files below these directories. Links are not followed: they might lead out of the root. */
export async function* listObjects(wanted: Wanted): AsyncGenerator<ListedObject> {
  const { own, foreign, prefix, after, compare, isOwnKey } = wanted;
  // Directories up to the last slash are walked; what is left of the prefix is compared.
  const directory = prefix.slice(0, prefix.lastIndexOf("/") + 1);
  const ours = walk(own, directory, after, compare);
  const theirs = foreign === undefined ? empty() : walk(foreign, directory, after, compare);
  for await (const { base, key } of inOrder(ours, theirs, compare)) {
    if (!key.startsWith(prefix)) continue;
    // A file of theirs that is called like one of ours: nobody could read it by that name.
    if (base !== own && isOwnKey(key)) continue;
    const found = await stat(join(base, key)).catch((error) => {
      // Deleted since its directory was read.
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (found) yield { key, sizeBytes: found.size, modifiedAt: found.mtime };
  }
}

interface Walked {
  base: string;
  key: string;
}

async function* walk(
  base: string,
  directory: string,
  after: string | undefined,
  compare: Compare,
): AsyncGenerator<Walked> {
  const from = nameAfter(directory, after);
  for await (const name of sortedEntries(join(base, directory), { compare, from })) {
    const key = `${directory}${name}`;
    if (name.endsWith("/")) yield* walk(base, key, after, compare);
    else yield { base, key };
  }
}

/** From which entry of a directory on it goes, when everything up to the key `after` is known. */
function nameAfter(directory: string, after: string | undefined) {
  if (!after?.startsWith(directory)) return undefined;
  const rest = after.slice(directory.length);
  const slash = rest.indexOf("/");
  // A directory that the key lies in may hold more; a file of that name was the last one.
  return slash < 0
    ? { name: rest, isIncluded: false }
    : { name: rest.slice(0, slash + 1), isIncluded: true };
}

async function* empty(): AsyncGenerator<Walked> {}

async function* inOrder(
  a: AsyncGenerator<Walked>,
  b: AsyncGenerator<Walked>,
  compare: Compare,
): AsyncGenerator<Walked> {
  let [one, other] = [await a.next(), await b.next()];
  while (!one.done || !other.done) {
    if (!one.done && (other.done || compare(one.value.key, other.value.key) <= 0)) {
      yield one.value;
      one = await a.next();
    } else if (!other.done) {
      yield other.value;
      other = await b.next();
    }
  }
}
