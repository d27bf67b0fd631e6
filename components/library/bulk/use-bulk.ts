"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import type { BulkAction } from "./bulk";
import type { BulkOutcome } from "./run-bulk";

/** Runs an action on many and says what came of it; its code comes with the first one. */
export function useBulk(): (action: BulkAction) => Promise<BulkOutcome> {
  const t = useTranslations("bulk");
  const queryClient = useQueryClient();
  const { client } = useClient();
  return async (action) => {
    const { bulk } = await import("./bulk");
    return bulk(action, { t, queryClient, clientId: client.id });
  };
}
