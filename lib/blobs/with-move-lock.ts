import type { BaseContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { withLock } from "./with-lock";

/** Two moves at once would copy the same files twice, and count wrongly. */
export async function withMoveLock(ctx: BaseContext, work: () => Promise<void>): Promise<void> {
  const done = await withLock(ctx, "move", async () => {
    await work();
    return true;
  });
  if (done) return;
  throw new AppError("conflict", "another move is running on this database", {
    reason: "move_runs",
  });
}
