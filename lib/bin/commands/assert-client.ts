import type { Db } from "@/lib/db";

/** After a typing error nothing would be done, and that would look like success. */
export async function assertClient(db: Db, id: string): Promise<void> {
  const client = await db.client.findUnique({ where: { id }, select: { id: true } });
  if (!client) throw new Error(`There is no client "${id}".`);
}
