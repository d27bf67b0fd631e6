import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { Log } from "@/lib/log";

export interface Listener {
  close(): Promise<void>;
}

interface ListenOptions {
  /** After a lost connection is back: what was notified meanwhile is gone, so ask anew. */
  onReconnect?: () => void;
  log: Log;
}

const heartbeatMs = 15_000;

/** LISTEN on a connection of its own, which is made anew whenever it is lost. */
export async function listen(
  url: string,
  channel: string,
  onPayload: (payload: string) => void,
  { onReconnect, log }: ListenOptions,
): Promise<Listener> {
  let closed = false;
  let current: Client | undefined;
  const stop = new AbortController();

  async function connect(): Promise<Client> {
    const client = new Client({
      connectionString: url,
      application_name: "vitrine-listen",
      keepAlive: true,
    });
    // TCP may take many minutes to notice a server that has gone without a word.
    const heartbeat = setInterval(() => {
      const late = setTimeout(() => client.end().catch(() => {}), heartbeatMs).unref();
      client.query("SELECT 1").then(() => clearTimeout(late), ignore);
    }, heartbeatMs);
    heartbeat.unref();
    client.on("error", ignore);
    client.once("end", () => {
      clearInterval(heartbeat);
      if (current === client && !closed) void reconnect();
    });
    client.on("notification", (message) => onPayload(message.payload ?? ""));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      return client;
    } catch (error) {
      clearInterval(heartbeat);
      client.end().catch(ignore);
      throw error;
    }
  }

  async function reconnect(): Promise<void> {
    log.warn({ channel }, "the notification connection was lost");
    for (let delayMs = 50; !closed; delayMs = Math.min(delayMs * 2, 5_000)) {
      try {
        await sleep(delayMs, undefined, { signal: stop.signal, ref: false });
        const client = await connect();
        if (closed) return void client.end().catch(ignore);
        current = client;
        log.info({ channel }, "the notification connection is back");
        onReconnect?.();
        return;
      } catch {
        // The next round tries again.
      }
    }
  }

  current = await connect();
  return {
    async close() {
      closed = true;
      stop.abort();
      await current?.end().catch(ignore);
    },
  };
}

function ignore(): void {}
