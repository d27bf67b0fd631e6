import { opendir } from "node:fs/promises";
import { isMissing } from "./durable";

export type Compare = (a: string, b: string) => number;

interface From {
  name: string;
  isIncluded: boolean;
}

interface Wanted {
  compare: Compare;
  from: From | undefined;
  atOnce?: number;
}

/** Names in memory at once, twice as many while a directory is read: some ten megabytes. */
const namesAtOnce = 50_000;

/**
 * Files and directories (these with a slash at the end, so that they stand where what is in them
 * belongs), in the order of their bytes. No file system gives them so, and there may be a million:
 * a directory is read once for every 50,000 of them, each time for the next ones alone.
 */
export async function* sortedEntries(
  path: string,
  { compare, from, atOnce = namesAtOnce }: Wanted,
): AsyncGenerator<string> {
  for (let after = from; ; ) {
    const { names, isAll } = await smallest(path, { compare, from: after, atOnce });
    yield* names;
    const last = names.at(-1);
    if (isAll || last === undefined) return;
    after = { name: last, isIncluded: false };
  }
}

async function smallest(path: string, { compare, from, atOnce }: Required<Wanted>) {
  let names: string[] = [];
  let isAll = true;
  const cut = () => {
    names.sort(compare);
    if (names.length <= atOnce) return;
    names = names.slice(0, atOnce);
    isAll = false;
  };
  for await (const name of entriesOf(path)) {
    if (from && !isWanted(compare(name, from.name), from)) continue;
    names.push(name);
    if (names.length >= 2 * atOnce) cut();
  }
  cut();
  return { names, isAll };
}

const isWanted = (order: number, { isIncluded }: From) => order > 0 || (order === 0 && isIncluded);

async function* entriesOf(path: string): AsyncGenerator<string> {
  const entries = await opendir(path, { bufferSize: 1024 }).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for await (const entry of entries) {
    if (entry.isDirectory()) yield `${entry.name}/`;
    else if (entry.isFile()) yield entry.name;
  }
}
