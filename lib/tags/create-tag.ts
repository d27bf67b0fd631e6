import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { toTag } from "./list-tags";
import { makeTags } from "./make-tags";
import type { CreateTag, Tag } from "./schema";

export async function createTag(ctx: Context, { name, color }: CreateTag): Promise<Tag> {
  requireScope(ctx, "artifacts:write");
  const { clientId } = ctx;
  const where = { clientId_name: { clientId, name } };
  return transaction(ctx, async (ctx) => {
    if (await ctx.db.tag.findUnique({ where })) {
      throw new AppError("conflict", "the name is taken", { reason: "tag_name_taken" });
    }
    await makeTags(ctx, [name]);
    const tag = await ctx.db.tag.update({ where, data: color ? { color } : {} });
    await audit(ctx, "tag.create", null, { name });
    await publish(ctx, { kind: "collections", clientId });
    return toTag(tag);
  });
}
