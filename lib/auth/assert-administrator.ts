import { AppError } from "@/lib/errors";
import type { PersonContext } from "./access";

/** What belongs to no client is the operator's: stores, and how much a client may have. */
export function assertAdministrator({ actor }: PersonContext): void {
  if (!actor.isAdmin) throw new AppError("forbidden", "only administrators may do this");
}
