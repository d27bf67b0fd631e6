import type { Prisma } from "@/lib/db";
import type { Invitation } from "./schema";

export const invitationColumns = {
  id: true,
  email: true,
  role: true,
  siteIds: true,
  createdAt: true,
  expiresAt: true,
} satisfies Prisma.InvitationSelect;

type Row = Prisma.InvitationGetPayload<{ select: typeof invitationColumns }>;

export function invitationOf({ createdAt, expiresAt, ...row }: Row): Invitation {
  return { ...row, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}

/** Can still be accepted. */
export function pending(): { acceptedAt: null; expiresAt: { gt: Date } } {
  return { acceptedAt: null, expiresAt: { gt: new Date() } };
}
