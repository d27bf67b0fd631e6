import type { BaseContext } from "@/lib/context";
import { capabilitiesOf, type Finding } from "@/lib/storage";
import type { Examination } from "./schema";

/** What the store was seen to do stays with its row, beside what else is known of it. */
export async function keepExamination(
  ctx: BaseContext,
  id: string,
  findings: readonly Finding[],
): Promise<Examination> {
  const capabilities = capabilitiesOf(findings, new Date());
  await ctx.db.$executeRaw`
    update backends
    set profile = profile || jsonb_build_object('capabilities', ${JSON.stringify(capabilities)}::jsonb)
    where id = ${id}`;
  return capabilities;
}
