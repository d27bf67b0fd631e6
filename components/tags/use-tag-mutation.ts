"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useClient } from "@/components/shell/session";

/** A change of tags themselves; files that have them are read anew with it. */
export function useTagMutation<Input, Result>(
  act: (clientId: string, input: Input) => Promise<Result>,
  onSuccess?: (result: Result) => void,
) {
  const { client } = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => act(client.id, input),
    onSuccess: async (result) => {
      onSuccess?.(result);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ["collections", client.id] }),
        queries.invalidateQueries({ queryKey: ["artifacts", client.id] }),
      ]);
    },
  });
}
