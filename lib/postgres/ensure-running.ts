import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./cluster";
import { findPostmaster, freePort, launch } from "./postmaster";

// Recovery after a crash reads the whole write-ahead log again.
const readyWithinMs = 300_000;
const maxLaunches = 6;

/** Answers the port of the cluster's server, which it starts when there is none. */
export async function ensureRunning(
  cluster: Cluster,
  wantedPort: number,
  settings: string[],
): Promise<number> {
  const deadline = Date.now() + readyWithinMs;
  let running = false;
  let launches = 0;
  let failure: Error | undefined;

  while (Date.now() < deadline) {
    const postmaster = findPostmaster(cluster);
    if (postmaster?.state === "ready") return postmaster.port;
    if (!postmaster && !running) {
      if (failure) throw failure;
      if (launches === maxLaunches) throw await didNotStart(cluster);
      // Of several processes that start it at once one succeeds; or the port was taken meanwhile.
      if (launches > 0) await sleep(100);
      const port = launches < 2 ? wantedPort : await freePort();
      launches += 1;
      running = true;
      launch(cluster, port, settings).then(
        () => {
          running = false;
        },
        (error: Error) => {
          running = false;
          failure = error;
        },
      );
    }
    await sleep(15);
  }
  throw await didNotStart(cluster);
}

async function didNotStart(cluster: Cluster): Promise<Error> {
  const log = await readFile(cluster.logFile, "utf8").catch(() => "");
  const tail = log.trimEnd().split("\n").slice(-8).join("\n");
  return new Error(`The embedded Postgres did not start. ${cluster.logFile} ends with:\n${tail}`);
}
