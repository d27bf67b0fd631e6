import type { SessionPerson } from "@/components/shell/session";

/** The queue's client, not the page's: the panel is also shown on pages that belong to none. */
export function mayRestore(
  { isAdmin, clients }: Pick<SessionPerson, "isAdmin" | "clients">,
  clientId: string,
): boolean {
  const role = clients.find(({ id }) => id === clientId)?.role;
  return isAdmin || role === "OWNER" || role === "MANAGER";
}
