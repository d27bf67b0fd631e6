import type { PersonContext } from "@/lib/auth";
import { AppError } from "@/lib/errors";

/** Stores belong to no client: they are the operator's. */
export function assertAdministrator({ actor }: PersonContext): void {
  if (!actor.isAdmin) throw new AppError("forbidden", "only administrators see the stores");
}
