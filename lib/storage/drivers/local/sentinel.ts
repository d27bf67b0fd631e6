import { link, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { v4 as uuid } from "uuid";
import { isMissing, isWithoutLinks, syncDirectory } from "./durable";

const pauseMs = 50;
const tries = 100;

/**
 * The id that this directory carries in a file, written by the first process that sees it. Two
 * processes that read the same id share the directory's bytes.
 */
export async function readSentinel(root: string): Promise<string> {
  const path = join(root, ".vitrine-store");
  const known = await readWhole(path);
  if (known !== undefined) return known;
  const mine = join(root, `.vitrine-store-${uuid()}`);
  await write(mine);
  try {
    await link(mine, path);
  } catch (error) {
    // The name is taken by whoever is first; the others see it before what it holds, and wait.
    if (isWithoutLinks(error)) await unlessTaken(write(path));
    else if (!isTaken(error)) throw error;
  } finally {
    await rm(mine, { force: true });
  }
  await syncDirectory(root);
  const id = await readWhole(path);
  if (id !== undefined) return id;
  throw new Error(`${path} has disappeared`);
}

/** undefined: there is no such file. */
async function readWhole(path: string): Promise<string | undefined> {
  try {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const text = await readFile(path, "utf8");
      if (text.endsWith("\n")) return text.trim();
      await sleep(pauseMs);
    }
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  throw new Error(`${path} was not written to its end: delete it and start again`);
}

async function write(path: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(`${uuid()}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function unlessTaken(written: Promise<void>): Promise<void> {
  await written.catch((error) => {
    if (!isTaken(error)) throw error;
  });
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "EEXIST";
}
