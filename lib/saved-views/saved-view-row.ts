import type { Prisma } from "@/lib/db";
import type { SavedView } from "./schema";

export const savedViewColumns = {
  id: true,
  name: true,
  query: true,
  isShared: true,
  createdAt: true,
  user: { select: { id: true, name: true } },
} satisfies Prisma.SavedViewSelect;

type Row = Prisma.SavedViewGetPayload<{ select: typeof savedViewColumns }>;

export function savedViewOf({ user, createdAt, ...row }: Row): SavedView {
  return { ...row, owner: user, createdAt: createdAt.toISOString() };
}
