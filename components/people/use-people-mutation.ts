"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useClient } from "@/components/shell/session";

/** A change to members, invitations or sites; whatever comes of it, the lists are asked anew. */
export function usePeopleMutation<I, O>(
  change: (clientId: string, input: I) => Promise<O>,
  { quiet = false }: { quiet?: boolean } = {},
) {
  const { client } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => change(client.id, input),
    meta: { quiet },
    onSettled: () => queries.invalidateQueries({ queryKey: ["people", client.id] }),
  });
}
