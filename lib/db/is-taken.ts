/** Prisma's code of a unique index that refused. */
export function isTaken(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "P2002";
}
