import type { Context } from "@/lib/context";
import type { Prisma } from "@/lib/db";

/** What the caller may see; that others keep something for themselves is not known. */
export function visibleTo({ clientId, actor }: Context): Prisma.SavedViewWhereInput {
  const own = actor.kind === "person" ? [{ userId: actor.userId }] : [];
  return { clientId, OR: [{ isShared: true }, ...own] };
}
