import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { ArtifactOrder } from "./schema";

/** An order that an index of its own has, so that a page costs the same however long the list. */
export interface Order {
  /** Of `a`, an artifact; the id decides between equals. undefined: the id alone. */
  key: string | undefined;
  keyType: string;
  direction: "asc" | "desc";
}

const orders: Record<ArtifactOrder | "trashed", Order> = {
  // The id is a UUIDv7, so it orders by time.
  newest: { key: undefined, keyType: "uuid", direction: "desc" },
  oldest: { key: undefined, keyType: "uuid", direction: "asc" },
  name: { key: "a.name collate natural_order", keyType: "text", direction: "asc" },
  largest: { key: "a.size_bytes", keyType: "bigint", direction: "desc" },
  longest: { key: "coalesce(a.duration_ms, -1)", keyType: "int", direction: "desc" },
  trashed: { key: "a.trashed_at", keyType: "timestamptz", direction: "desc" },
};

export function orderOf(sort: ArtifactOrder | undefined, trashed: boolean): Order {
  return orders[trashed ? "trashed" : (sort ?? "newest")];
}

/** Where a page begins: after the artifact that has this key and id. */
export interface Position {
  key: string | null;
  id: string;
}

const Cursor = z.tuple([z.string().max(400).nullable(), z.uuid()]);

export function toCursor({ key, id }: Position): string {
  return key === null ? id : Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

export function parseCursor(cursor: string, order: Order): Position {
  if (!order.key) {
    const id = z.uuid().safeParse(cursor);
    if (id.success) return { key: null, id: id.data };
    throw badCursor();
  }
  try {
    const [key, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    if (key !== null && isOf(order.keyType, key)) return { key, id };
  } catch {
    // Told below.
  }
  throw badCursor();
}

/** What Postgres would refuse to read is no key of ours. */
function isOf(keyType: string, key: string): boolean {
  switch (keyType) {
    case "text":
      return !key.includes("\0");
    case "timestamptz":
      return z.iso.datetime({ offset: true }).safeParse(key).success;
    default:
      return /^-?\d{1,15}$/.test(key);
  }
}

function badCursor(): AppError {
  return new AppError("invalid", "not a cursor of ours", { reason: "bad_cursor" });
}
