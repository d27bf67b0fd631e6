import { audit } from "@/lib/audit";
import { type Context, requireScope } from "@/lib/context";
import { transaction } from "@/lib/db";
import { AppError, notFound } from "@/lib/errors";
import { publish } from "@/lib/realtime";
import { assertSite } from "./assert-site";
import { findScreens } from "./find-screens";
import type { Screen, UpdateScreen } from "./schema";

/** Renames a screen or moves it to another site. */
export async function updateScreen(
  ctx: Context,
  id: string,
  { version, name, siteId }: UpdateScreen,
): Promise<Screen> {
  requireScope(ctx, "screens:write");
  const { clientId } = ctx;
  await transaction(ctx, async (ctx) => {
    if (siteId !== undefined) await assertSite(ctx, siteId);
    const mine = { clientId, id, ...(ctx.siteIds ? { siteId: { in: [...ctx.siteIds] } } : {}) };
    const { count } = await ctx.db.screen.updateMany({
      where: { ...mine, version },
      data: {
        version: { increment: 1 },
        ...(name === undefined ? {} : { name }),
        ...(siteId === undefined ? {} : { siteId }),
      },
    });
    if (count === 0) {
      if ((await ctx.db.screen.count({ where: mine })) === 0) throw notFound("screen");
      throw new AppError("conflict", `the screen is no longer at version ${version}`);
    }
    await audit(ctx, "screen.update", id, {
      ...(name === undefined ? {} : { name }),
      ...(siteId === undefined ? {} : { siteId }),
    });
    await publish(ctx, { kind: "screens", clientId, ids: [id] });
  });
  const [screen] = await findScreens(ctx, id);
  if (!screen) throw notFound("screen");
  return screen;
}
