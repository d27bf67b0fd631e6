import { type Context, requireScope } from "@/lib/context";
import { maxTags, type Tag, TagColor } from "./schema";

export async function listTags(ctx: Context): Promise<{ items: Tag[] }> {
  requireScope(ctx, "artifacts:read");
  const rows = await ctx.db.tag.findMany({
    where: { clientId: ctx.clientId },
    orderBy: { name: "asc" },
    take: maxTags,
  });
  return { items: rows.map(toTag) };
}

export function toTag({ name, color }: { name: string; color: string }): Tag {
  const known = TagColor.safeParse(color);
  return { name, color: known.success ? known.data : "gray" };
}
