import { queryOptions } from "@tanstack/react-query";
import type { Usage } from "@/lib/quotas/schema";
import { getUsage } from "@/lib/sdk";

/** What came with the page, and when the server read it, in milliseconds since 1970. */
export interface FirstUsage {
  usage: Usage;
  /** There will be a warning, whose script comes after the page. */
  isTight: boolean;
  at: number;
}

/** What a client has and may have. */
export const clientUsage = (clientId: string, first?: FirstUsage) =>
  queryOptions({
    ...(first && { initialData: first.usage, initialDataUpdatedAt: first.at }),
    queryKey: ["usage", clientId],
    meta: { quiet: true },
    queryFn: ({ signal }) => getUsage(clientId, signal),
  });
