"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Reconciliation, StartReconciliation } from "@/lib/reconciliations/schema";
import { ApiProblem, startReconciliation } from "@/lib/sdk";
import { runsKey } from "./records-queries";

/** Starts a comparison of the store; it shows at once, in the place of the last one. */
export function useCompare(storeId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: StartReconciliation) =>
      startReconciliation(storeId, order).catch((error: unknown) => {
        const isUnderWay = error instanceof ApiProblem && error.problem.code === "conflict";
        // It is being compared already, as was wished: the list shows by whom.
        if (isUnderWay && order.isDryRun) return undefined;
        throw error;
      }),
    onError: () => queries.invalidateQueries({ queryKey: runsKey }),
    onSuccess: async (run) => {
      if (!run) return queries.invalidateQueries({ queryKey: runsKey });
      // An answer that is on its way may be older.
      await queries.cancelQueries({ queryKey: runsKey });
      queries.setQueryData<Reconciliation[]>(runsKey, (runs = []) => [
        run,
        ...runs.filter((one) => one.storeId !== storeId),
      ]);
    },
  });
}
