import type { Context } from "@/lib/context";
import { AppError, notFound } from "@/lib/errors";
import type { Role } from "./schema";

/** Whoever is confined to sites acts only on what is confined to some of them. */
export function assertWithinReach(ctx: Context, siteIds: readonly string[]): void {
  const own = ctx.siteIds;
  if (!own || (siteIds.length > 0 && siteIds.every((id) => own.includes(id)))) return;
  throw new AppError("forbidden", "beyond the caller's sites", { reason: "outside_your_sites" });
}

/** Owners are made, changed and removed by owners. */
export function assertMayHandle(ctx: Context, role: Role): void {
  if (role !== "OWNER" || ctx.scopes.has("client:write")) return;
  throw new AppError("forbidden", "only an owner handles owners", { reason: "owners_only" });
}

/** In a transaction they stay until its end. */
export async function assertSitesExist(ctx: Context, siteIds: readonly string[]): Promise<void> {
  const unique = [...new Set(siteIds)];
  if (unique.length === 0) return;
  const found = await ctx.db.$executeRaw`
    select 1 from sites where client_id = ${ctx.clientId} and id = any(${unique}::uuid[])
    for key share`;
  if (found === unique.length) return;
  throw new AppError("not_found", "site not found", { reason: "unknown_site" });
}

export function assertOwnerIsFree(role: Role, siteIds: readonly string[]): void {
  if (role !== "OWNER" || siteIds.length === 0) return;
  throw new AppError("invalid", "an owner has all sites", { reason: "owner_not_confined" });
}

/** Changes of who owns a client wait for each other, so that two cannot each leave the other as the last. */
export async function lockClient(ctx: Context): Promise<void> {
  const found = await ctx.db
    .$executeRaw`select 1 from clients where id = ${ctx.clientId} for update`;
  if (found === 0) throw notFound("client");
}
