import type { Slots } from "./slots";
import type { UploadTransport } from "./transport";
import type { Duplicate } from "./upload-item";

/** All that the engine touches; tests give their own. */
export interface UploadEnv {
  transport: UploadTransport;
  clock: Clock;
  connection: Connection;
  random: () => number;
  /** Unlike that of any other tab. */
  newId: () => string;
  /** SHA-256 in lower-case hex; undefined when it cannot be had, and then nothing is claimed. */
  hash(file: Blob, signal: AbortSignal): Promise<string | undefined>;
  /** What the library has already of these bytes. Without it nobody is asked. */
  findDuplicates?(sha256: string, signal: AbortSignal): Promise<readonly Duplicate[]>;
  /** Requests that carry bytes. Browsers allow six per host; two stay free for everything else. */
  slots: Slots;
}

export interface Clock {
  now(): number;
  /** Ends early, without an error, when `early` does; throws when the signal aborts. */
  sleep(ms: number, signal: AbortSignal, early?: Promise<void>): Promise<void>;
}

export interface Connection {
  isOnline(): boolean;
  /** Resolves when the connection comes back (not at once when it is there). */
  untilOnline(signal: AbortSignal): Promise<void>;
}
