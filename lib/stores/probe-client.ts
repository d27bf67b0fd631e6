import type { BaseContext } from "@/lib/context";

/** Nobody is called so: where there is no client yet. */
export const nobody = "vitrine-doctor";

/** Among whose objects a store is tried: the first client's. */
export async function probeClient({ db }: BaseContext): Promise<string> {
  const first = await db.client.findFirst({
    select: { id: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return first?.id ?? nobody;
}
