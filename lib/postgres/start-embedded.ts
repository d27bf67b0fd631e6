import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "@/lib/log";
import { ensureAppDatabase } from "./app-database";
import { type Cluster, openCluster } from "./cluster";
import { ensureRunning } from "./ensure-running";
import { type Lease, takeLease } from "./lease";
import { findPostmaster, freePort, stopPostmaster } from "./postmaster";

export interface EmbeddedPostgres {
  url: string;
  /** Lets go of the server; the last process that does so stops it. */
  stop(): Promise<void>;
}

interface Options {
  log: Log;
  /** More `name=value` of postgresql.conf. */
  settings?: string[];
}

/** Starts the Postgres of this data directory, or joins the one that runs in it already. */
export async function startEmbedded(
  dataDir: string,
  { log, settings = [] }: Options,
): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(dataDir);
  let stopping = false;
  let recovering: Promise<void> | undefined;
  let port = await freePort();
  let lease = await holdPatiently();
  const url = urlOf(cluster, "vitrine", port);

  async function hold(): Promise<Lease> {
    port = await ensureRunning(cluster, port, settings);
    return takeLease(urlOf(cluster, "postgres", port), {
      prepare: (client) => ensureAppDatabase(client, cluster.passwordOf),
      onLost: () => {
        recovering = recover();
      },
    });
  }

  // The last process out may be stopping the server just as we come in.
  async function holdPatiently(): Promise<Lease> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await hold();
      } catch (error) {
        if (attempt === 5 || !("code" in (error as object) || isLostConnection(error))) throw error;
        await sleep(100);
      }
    }
  }

  // The server crashed, or someone stopped it: our pool knows its port, so it comes back there.
  async function recover(): Promise<void> {
    while (!stopping) {
      try {
        log.warn("the connection to the embedded Postgres was lost");
        lease = await hold();
        return;
      } catch (error) {
        log.error({ err: error }, "the embedded Postgres is down");
        await sleep(1_000);
      }
    }
  }

  return {
    url,
    async stop() {
      stopping = true;
      await recovering;
      const alone = await lease.release().catch(() => false);
      const postmaster = alone ? findPostmaster(cluster) : undefined;
      if (postmaster) await stopPostmaster(cluster, postmaster);
      await lease.end();
      for (let waitedMs = 0; postmaster && waitedMs < 30_000; waitedMs += 20) {
        if (findPostmaster(cluster)?.pid !== postmaster.pid) return;
        await sleep(20);
      }
    },
  };
}

// pg says so in words alone: such an error has no code.
function isLostConnection(error: unknown): boolean {
  return error instanceof Error && /connection/i.test(error.message);
}

function urlOf(cluster: Cluster, role: "postgres" | "vitrine", port: number): string {
  return `postgresql://${role}:${cluster.passwordOf(role)}@127.0.0.1:${port}/${role}`;
}
