import { ApiProblem } from "@/lib/sdk";

/** A definite no stays a no; a server that is down or restarting may come back. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (error instanceof ApiProblem && error.problem.status < 500) return false;
  return failures < 2;
}
