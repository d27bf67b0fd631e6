import { AppError } from "@/lib/errors";
import { compareKeys, type ListedObject } from "@/lib/storage";
import type { PlacedKey } from "./placed-keys";

/** What lies under a key, and what is recorded under it. */
export interface Pair {
  key: string;
  object: ListedObject | undefined;
  place: PlacedKey | undefined;
}

/** Goes through both at once, each in the order of the keys: of neither is much in memory. */
export async function* pairByKey(
  objects: AsyncIterable<ListedObject>,
  places: AsyncIterable<PlacedKey>,
): AsyncGenerator<Pair> {
  const [there, recorded] = [inOrder(objects), places[Symbol.asyncIterator]()];
  try {
    let [a, b] = [await there.next(), await recorded.next()];
    while (!a.done || !b.done) {
      const object = a.done ? undefined : a.value;
      const place = b.done ? undefined : b.value;
      const order = !object ? 1 : !place ? -1 : compareKeys(object.key, place.key);
      yield {
        key: (order <= 0 ? object?.key : place?.key) ?? "",
        object: order <= 0 ? object : undefined,
        place: order >= 0 ? place : undefined,
      };
      if (order <= 0) a = await there.next();
      if (order >= 0) b = await recorded.next();
    }
  } finally {
    await there.return(undefined);
    await recorded.return?.();
  }
}

/** Some stores list in no order (S3's directory buckets): there everything would seem to be wrong. */
async function* inOrder(objects: AsyncIterable<ListedObject>): AsyncGenerator<ListedObject> {
  let last: string | undefined;
  for await (const object of objects) {
    if (last !== undefined && compareKeys(object.key, last) <= 0) {
      throw new AppError("unavailable", "the store does not list in the order of its keys", {
        reason: "store_unordered",
      });
    }
    last = object.key;
    yield object;
  }
}
