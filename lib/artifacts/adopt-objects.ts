import { batchesOf } from "@/lib/batches-of";
import { type BaseContext, jobContext } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { isOwnKey, isReadableKey, type ListedObject } from "@/lib/storage";
import { adoptObject } from "./adopt-object";

/** `known`: an artifact already. `ours`: an upload's, or left over from one. `skipped`: no file. */
export type AdoptOutcome = "adopted" | "known" | "ours" | "skipped";

interface AdoptOrder {
  backendId: string;
  clientId: string;
  /** `<clientId>/` and what the keys begin with after it. */
  prefix: string;
  /** Tells only what would be done. */
  isRehearsal: boolean;
  signal: AbortSignal;
  onObject(outcome: AdoptOutcome, object: ListedObject): void;
}

const atOnce = 200;
const litter = new Set(["thumbs.db", "desktop.ini"]);

/**
 * Takes over what another program has put into a store under `<clientId>/`: every file there
 * becomes an artifact without being copied. Said again, it takes only what has come since.
 */
export async function adoptObjects(ctx: BaseContext, order: AdoptOrder): Promise<void> {
  const { backendId, clientId, prefix, isRehearsal, signal, onObject } = order;
  const driver = ctx.storage.backend(backendId);
  const client = await ctx.db.client.findUnique({ where: { id: clientId }, select: { id: true } });
  if (!client) throw notFound("client");
  const mine = jobContext(ctx, "adopt", clientId, ctx.log);
  for await (const page of batchesOf(driver.list(prefix), atOnce)) {
    const keys = page.map(({ key }) => key);
    const places = await ctx.db.placement.findMany({
      where: { clientId, backendId, objectKey: { in: keys } },
      select: { objectKey: true },
    });
    const known = new Set(places.map(({ objectKey }) => objectKey));
    for (const object of page) {
      signal.throwIfAborted();
      const outcome = outcomeOf(object, known);
      const adopts = outcome === "adopted" && !isRehearsal;
      const isMine = !adopts || (await adoptObject(mine, { backendId, ...object })) !== undefined;
      onObject(isMine ? outcome : "known", object);
    }
  }
}

function outcomeOf({ key, sizeBytes }: ListedObject, known: Set<string>): AdoptOutcome {
  if (known.has(key)) return "known";
  if (isOwnKey(key)) return "ours";
  const name = key.split("/").at(-1) ?? "";
  const isFile = sizeBytes > 0 && name !== "" && !name.startsWith(".");
  return isFile && isReadableKey(key) && !litter.has(name.toLowerCase()) ? "adopted" : "skipped";
}
