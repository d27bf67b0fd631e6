import { AppError } from "@/lib/errors";

/** For a write that a unique name may refuse. */
export function nameTaken(cause: unknown): never {
  if (typeof cause === "object" && cause !== null && "code" in cause && cause.code === "P2002") {
    const reason = "collection_name_taken";
    throw new AppError("conflict", "the name is taken", { reason, cause });
  }
  throw cause;
}
