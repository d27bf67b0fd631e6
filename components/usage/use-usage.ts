"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useLiveChanges } from "@/components/live/use-live-changes";
import { clientUsage, type FirstUsage } from "./queries";

/** Whatever is deleted for good goes a moment after its artifact; and many changes are one. */
const settleMs = 1_500;

/** What the client has, as files come and go and limits change. */
export function useUsage(clientId: string, first?: FirstUsage) {
  const queries = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { queryKey } = clientUsage(clientId);
  useLiveChanges(clientId, ({ kind }) => {
    if (kind !== "artifacts" && kind !== "people") return undefined;
    waiting.current ??= setTimeout(() => {
      waiting.current = undefined;
      void queries.invalidateQueries({ queryKey }, { cancelRefetch: false });
    }, settleMs);
    return undefined;
  });
  return useQuery(clientUsage(clientId, first));
}
