import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { maxTags, TagColor } from "./schema";

/** Makes those that do not exist, each in a colour of its own as long as there are any. */
export async function makeTags(ctx: Context, names: readonly string[]): Promise<void> {
  const { clientId } = ctx;
  if (names.length === 0) return;
  // Two that make tags at once would both be within the limit.
  await ctx.db.$executeRaw`select 1 from clients where id = ${clientId} for no key update`;
  const existing = await ctx.db.tag.findMany({ where: { clientId }, select: { name: true } });
  const known = new Set(existing.map(({ name }) => name));
  const missing = [...new Set(names)].filter((name) => !known.has(name));
  if (existing.length + missing.length > maxTags) {
    const params = { max: maxTags };
    throw new AppError("quota_exceeded", "too many tags", { reason: "too_many_tags", params });
  }
  const colors = TagColor.options.slice(1);
  await ctx.db.tag.createMany({
    data: missing.map((name, index) => ({
      clientId,
      name,
      color: colors[(existing.length + index) % colors.length] ?? "gray",
    })),
  });
}
