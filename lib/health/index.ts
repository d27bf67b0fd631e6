import type { BaseContext } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** Whether this process can do its work: its database answers within two seconds. */
export async function checkHealth(ctx: BaseContext): Promise<{ ok: true }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer within 2 s")), 2_000);
  });
  try {
    await Promise.race([ctx.pool.query("select 1"), late]);
    return { ok: true };
  } catch (cause) {
    throw new AppError("unavailable", "the database does not answer", { cause });
  } finally {
    clearTimeout(timer);
  }
}
