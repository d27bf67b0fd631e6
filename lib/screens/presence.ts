import type { BaseContext } from "@/lib/context";
import { transaction } from "@/lib/db";
import type { Receipt } from "@/lib/realtime";
import {
  giveUpSilent,
  keepAlive,
  markConnected,
  markGone,
  type Presence,
  publishScreens,
  recordReceipts,
} from "./screen-state";

export interface PresenceBook {
  arrive(screen: Presence): void;
  record(screen: Presence, receipt: Receipt): void;
  leave(screen: Presence): void;
  /** All of this process's screens leave. */
  close(): Promise<void>;
}

interface PresenceOptions {
  heartbeatMs?: number;
  /** The first of several changes is written at once, the others together after this time. */
  gatherMs?: number;
}

const firstDelayMs = 10;

interface Page {
  arrived: Map<string, Presence>;
  receipts: Map<string, Presence & Receipt>;
  left: Map<string, Presence>;
}

/** Writes what this process's sockets know of their screens: few statements, however many screens. */
export function openPresenceBook(
  ctx: BaseContext,
  { heartbeatMs = 15_000, gatherMs = 1000 }: PresenceOptions = {},
): PresenceBook {
  const present = new Map<string, Presence>();
  let page = emptyPage();
  let timer: NodeJS.Timeout | undefined;
  let writtenAt = 0;
  let writing: Promise<void> = Promise.resolve();
  const heartbeat = setInterval(() => {
    writing = writing.then(beat);
  }, heartbeatMs);
  heartbeat.unref();

  function schedule() {
    const delayMs = Math.max(firstDelayMs, writtenAt + gatherMs - Date.now());
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = writing.then(write);
    }, delayMs);
  }

  async function write() {
    const due = page;
    page = emptyPage();
    writtenAt = Date.now();
    try {
      await transaction(ctx, (ctx) => writePage(ctx, due));
    } catch (err) {
      ctx.log.warn({ err }, "what screens say could not be written yet");
      page = mergePages(due, page);
      schedule();
    }
  }

  async function beat() {
    try {
      await transaction(ctx, async (ctx) => {
        const back = present.size > 0 ? await keepAlive(ctx, [...present.values()]) : [];
        await publishScreens(ctx, [...back, ...(await giveUpSilent(ctx))]);
      });
    } catch (err) {
      ctx.log.warn({ err }, "the heartbeat of screens could not be written");
    }
  }

  return {
    arrive(screen) {
      present.set(screen.connectionId, screen);
      page.arrived.set(screen.screenId, screen);
      schedule();
    },
    record(screen, receipt) {
      page.receipts.set(screen.connectionId, { ...screen, ...receipt });
      schedule();
    },
    leave(screen) {
      present.delete(screen.connectionId);
      page.left.set(screen.connectionId, screen);
      schedule();
    },
    async close() {
      clearInterval(heartbeat);
      clearTimeout(timer);
      await writing;
      for (const screen of present.values()) page.left.set(screen.connectionId, screen);
      present.clear();
      await write();
      clearTimeout(timer);
    },
  };
}

async function writePage(ctx: BaseContext, { arrived, receipts, left }: Page): Promise<void> {
  const touched = [
    ...(arrived.size > 0 ? await markConnected(ctx, [...arrived.values()]) : []),
    ...(receipts.size > 0 ? await recordReceipts(ctx, [...receipts.values()]) : []),
    ...(left.size > 0 ? await markGone(ctx, [...left.values()]) : []),
  ];
  await publishScreens(ctx, touched);
}

function emptyPage(): Page {
  return { arrived: new Map(), receipts: new Map(), left: new Map() };
}

function mergePages(older: Page, newer: Page): Page {
  return {
    arrived: new Map([...older.arrived, ...newer.arrived]),
    receipts: new Map([...older.receipts, ...newer.receipts]),
    left: new Map([...older.left, ...newer.left]),
  };
}
