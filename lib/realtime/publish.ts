import type { BaseContext } from "@/lib/context";
import type { Change } from "./schema";

/** The Postgres channel that every process listens on. */
export const changeChannel = "vitrine";

// Postgres refuses a payload of 8,000 bytes or more; 150 ids of 39 bytes stay well below.
const maxIds = 150;

/**
 * Announces a change to every process, in the transaction of the change: it is heard when that
 * commits, and never when it does not.
 */
export async function publish(ctx: BaseContext, change: Change): Promise<void> {
  for (const payload of payloadsOf(change)) {
    await ctx.db.$executeRaw`select pg_notify(${changeChannel}, ${payload})`;
  }
}

export function payloadsOf(change: Change): string[] {
  if (!("ids" in change) || change.ids.length <= maxIds) return [JSON.stringify(change)];
  const payloads: string[] = [];
  for (let from = 0; from < change.ids.length; from += maxIds) {
    payloads.push(JSON.stringify({ ...change, ids: change.ids.slice(from, from + maxIds) }));
  }
  return payloads;
}
