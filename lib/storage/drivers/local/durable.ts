import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

interface Sync {
  running: Promise<void>;
  queued?: Promise<void>;
}
const syncs = new Map<string, Sync>();

/**
 * Makes the names in a directory survive a power cut, as fsync of a file does for its bytes. A
 * sync that has begun may miss the newest name, so all who come meanwhile share the next one.
 */
export function syncDirectory(directory: string): Promise<void> {
  // Windows cannot open a directory, and NTFS journals its names.
  if (process.platform === "win32") return Promise.resolve();
  const current = syncs.get(directory);
  if (!current) return startSync(directory);
  current.queued ??= current.running.catch(() => {}).then(() => startSync(directory));
  return current.queued;
}

function startSync(directory: string): Promise<void> {
  const running = syncNow(directory).finally(() => syncs.delete(directory));
  syncs.set(directory, { running });
  return running;
}

async function syncNow(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a directory and its missing parents, durably. */
export async function makeDirectory(directory: string): Promise<void> {
  const first = await mkdir(directory, { recursive: true });
  if (first === undefined) return;
  for (let made = directory; made.length >= first.length; made = dirname(made)) {
    await syncDirectory(dirname(made));
  }
}

/** Runs `place`; when its directory is missing, makes that and runs it once more. */
export async function inDirectory(directory: string, place: () => Promise<void>): Promise<void> {
  try {
    await place();
  } catch (error) {
    if (!isMissing(error)) throw error;
    await makeDirectory(directory);
    await place();
  }
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === "ENOENT";
}

/** Some network and FAT volumes have no hard links. */
export function isWithoutLinks(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  return ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].includes(code);
}
