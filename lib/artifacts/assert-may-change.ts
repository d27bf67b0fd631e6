import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** An uploader changes only what they brought; whoever may delete may change everything. */
export function assertMayChange(ctx: Context, { createdById }: { createdById: string | null }) {
  if (ctx.scopes.has("artifacts:delete")) return;
  if (createdById === creatorOf(ctx)) return;
  throw new AppError("forbidden", "this is another person's", { reason: "not_your_artifact" });
}

/** Whom a new artifact is put down to; only people are. */
export function creatorOf(ctx: Context): string | null {
  return ctx.actor.kind === "person" ? ctx.actor.userId : null;
}
