import type { FailureReason } from "@/lib/artifacts/schema";

/** What a link leads to cannot be had. */
export class LinkError extends Error {
  constructor(
    readonly reason: FailureReason,
    /** Later it may be different. */
    readonly isPassing = false,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = "LinkError";
  }
}
