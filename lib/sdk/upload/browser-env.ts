import { hashFile } from "./hash-file";
import { randomId } from "./random-id";
import { createSlots } from "./slots";
import type { UploadTransport } from "./transport";
import type { Clock, Connection, UploadEnv } from "./upload-env";

export function browserEnv(
  transport: UploadTransport,
  findDuplicates: NonNullable<UploadEnv["findDuplicates"]>,
): UploadEnv {
  return {
    findDuplicates,
    transport,
    clock,
    connection,
    random: Math.random,
    newId: randomId,
    hash: hashFile,
    slots: createSlots(4),
  };
}

const clock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal, early) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(finish, ms);
      const fail = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      function finish(): void {
        clearTimeout(timer);
        signal.removeEventListener("abort", fail);
        resolve();
      }
      if (signal.aborted) return fail();
      signal.addEventListener("abort", fail, { once: true });
      early?.then(finish, () => {});
    }),
};

const connection: Connection = {
  isOnline: () => navigator.onLine,
  untilOnline: (signal) =>
    new Promise((resolve, reject) => {
      const listening = new AbortController();
      const back = () => {
        listening.abort();
        resolve();
      };
      const leave = () => {
        listening.abort();
        reject(signal.reason);
      };
      if (signal.aborted) return leave();
      window.addEventListener("online", back, { signal: listening.signal });
      signal.addEventListener("abort", leave, { signal: listening.signal });
    }),
};
