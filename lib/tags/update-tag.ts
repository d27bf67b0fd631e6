import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { notFound } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { toTag } from "./list-tags";
import { lockTagged } from "./lock-tagged";
import type { Tag, UpdateTag } from "./schema";

/** A new name is the new name on every artifact; where the other tag is too, one of them stays. */
export async function updateTag(ctx: Context, name: string, changes: UpdateTag): Promise<Tag> {
  requireScope(ctx, "artifacts:delete");
  const { clientId } = ctx;
  const to = changes.name ?? name;
  return transaction(ctx, async (ctx) => {
    const ids = await lockTagged(ctx, name);
    const [locked] = await ctx.db.$queryRaw<{ color: string }[]>`
      select color from tags where client_id = ${clientId} and name = ${name} for update`;
    if (!locked) throw notFound("tag");
    const color = changes.color ?? locked.color;
    if (to !== name) {
      await ctx.db.tag.delete({ where: { clientId_name: { clientId, name } } });
      await ctx.db.$executeRaw`
        update artifacts set version = version + 1, updated_at = now(),
          tags = case when tags @> array[${to}] then array_remove(tags, ${name})
            else array_replace(tags, ${name}, ${to}) end
        where client_id = ${clientId} and id = any(${ids}::uuid[])`;
    }
    const tag = await ctx.db.tag.upsert({
      where: { clientId_name: { clientId, name: to } },
      create: { clientId, name: to, color },
      update: changes.color ? { color } : {},
    });
    await audit(ctx, "tag.update", null, { before: name, after: to });
    await publish(ctx, { kind: "collections", clientId });
    if (to !== name) await publish(ctx, { kind: "artifacts", clientId, ids: [] });
    return toTag(tag);
  });
}
