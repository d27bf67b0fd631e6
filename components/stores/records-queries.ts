import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FindingQuery, Reconciliation } from "@/lib/reconciliations/schema";
import { listFindings, listReconciliations } from "@/lib/sdk";

const pollMs = 2000;
/** Others begin one too, and so does the clock. */
const lookAgainMs = 15_000;

export const runsKey = ["reconciliations"];
export const findingsKey = ["storage-findings"];

/** The latest of every store; asked anew often while one is under way. */
export const runList = () =>
  queryOptions({
    queryKey: runsKey,
    queryFn: ({ signal }) => listReconciliations(signal),
    refetchInterval: ({ state }) =>
      state.data?.some((run) => run.state === "RUNNING") ? pollMs : lookAgainMs,
    meta: { quiet: true },
  });

/** The last of a store that came to its end, when `run` did not. */
export const lastDone = (run: Reconciliation | undefined) =>
  queryOptions({
    queryKey: [...runsKey, run?.storeId, run?.id],
    queryFn: ({ signal }) => listReconciliations(signal, run?.storeId),
    select: (runs) => runs.find(({ state }) => state === "DONE") ?? null,
    enabled: run?.state === "FAILED" || run?.state === "STOPPED",
    meta: { quiet: true },
  });

/** `run`: the findings are other ones once it has ended. */
export const findingList = (
  filter: Pick<FindingQuery, "storeId" | "kind" | "state">,
  { id, finishedAt }: Reconciliation,
) =>
  infiniteQueryOptions({
    queryKey: [...findingsKey, filter, id, finishedAt],
    queryFn: ({ pageParam, signal }) =>
      listFindings({ ...filter, ...(pageParam ? { cursor: pageParam } : {}), limit: 10 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
