"use client";

import type { FirstUsage } from "./queries";
import { UsageWarning } from "./usage-warning";
import { useUsage } from "./use-usage";

interface LibraryUsageProps {
  clientId: string;
  /** What came with the page, so that nothing moves when it is known. */
  first: FirstUsage | undefined;
}

/** Above the library of whoever may add to it. */
export function LibraryUsage({ clientId, first }: LibraryUsageProps) {
  const { data: usage } = useUsage(clientId, first);
  return <UsageWarning usage={usage} />;
}
