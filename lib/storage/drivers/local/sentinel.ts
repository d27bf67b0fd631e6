import { link, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { v4 as uuid } from "uuid";
import { isMissing, syncDirectory } from "./durable";

/**
 * The id that this directory carries in a file, written by the first process that sees it. Two
 * processes that read the same id share the directory's bytes.
 */
export async function readSentinel(root: string): Promise<string> {
  const path = join(root, ".vitrine-store");
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const mine = join(root, `.vitrine-store-${uuid()}`);
  const file = await open(mine, "wx");
  try {
    await file.writeFile(`${uuid()}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(mine, path);
    await syncDirectory(root);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(mine, { force: true });
  }
  return (await readFile(path, "utf8")).trim();
}
