import type { Prisma } from "@/lib/db";
import type { Member } from "./schema";

export const memberColumns = {
  userId: true,
  role: true,
  version: true,
  user: { select: { name: true, email: true } },
  sites: { select: { siteId: true } },
} satisfies Prisma.MembershipSelect;

type Row = Prisma.MembershipGetPayload<{ select: typeof memberColumns }>;

export function memberOf({ user, sites, ...row }: Row): Member {
  return { ...row, ...user, siteIds: sites.map((site) => site.siteId) };
}
