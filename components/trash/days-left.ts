const dayMs = 86_400_000;

/** Whole days until the trash lets go of what was thrown away then; 0: tonight. */
export function daysLeft(trashedAt: string, trashDays: number, now: number): number {
  const end = Date.parse(trashedAt) + trashDays * dayMs;
  return Math.max(0, Math.ceil((end - now) / dayMs));
}
