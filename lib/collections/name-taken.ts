import { isTaken } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** For a write that a unique name may refuse. */
export function nameTaken(cause: unknown): never {
  if (!isTaken(cause)) throw cause;
  throw new AppError("conflict", "the name is taken", { reason: "collection_name_taken", cause });
}
