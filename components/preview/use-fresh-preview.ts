"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLiveChanges } from "@/components/live/use-live-changes";
import { artifactDetails, artifactHistory, artifactScreens } from "./preview-queries";

/** What the list does not patch by itself when this file changes: its details, history and screens. */
export function useFreshPreview(clientId: string, id: string): void {
  const queries = useQueryClient();
  useLiveChanges(clientId, ({ kind, ids }) => {
    if (kind !== "artifacts" || !(ids.length === 0 || ids.includes(id))) return undefined;
    for (const query of [artifactDetails, artifactHistory, artifactScreens])
      void queries.invalidateQueries({ queryKey: query(clientId, id).queryKey });
    return undefined;
  });
}
