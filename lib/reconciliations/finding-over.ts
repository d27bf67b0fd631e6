import { AppError } from "@/lib/errors";

/** Deleted, not true any more, or not of a kind that can be kept or deleted. */
export function findingOver(): AppError {
  return new AppError("precondition_failed", "only orphans can be kept or deleted", {
    reason: "finding_over",
  });
}
