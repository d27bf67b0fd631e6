import type { Client } from "@/lib/clients/schema";
import type { HeaderReader } from "@/lib/header-reader";
import { runtime } from "@/lib/runtime";
import { findSignedIn } from "./find-signed-in";

export interface Person {
  userId: string;
  name: string;
  email: string;
  isAdmin: boolean;
  /** Of an administrator: all there are. */
  clients: Client[];
}

/** For pages: the signed-in person and the clients they may choose from, by name. */
export async function authenticateSession(headers: HeaderReader): Promise<Person | undefined> {
  const standing = await findSignedIn(headers);
  if (!standing) return;
  const { userId, name, email, isAdmin, memberships } = standing;
  const rows = await runtime().db.client.findMany({
    where: isAdmin ? {} : { id: { in: memberships.map((one) => one.clientId) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, version: true, trashDays: true },
  });
  const clients = rows.map((row) => ({
    ...row,
    role: memberships.find((one) => one.clientId === row.id)?.role ?? null,
  }));
  return { userId, name, email, isAdmin, clients };
}
