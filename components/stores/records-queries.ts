import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FindingQuery, Reconciliation } from "@/lib/reconciliations/schema";
import { listFindings, listReconciliations } from "@/lib/sdk";

const pollMs = 2000;
/** The server or another person may begin one. */
const lookAgainMs = 15_000;

export const runsKey = ["reconciliations"];
export const findingsKey = ["storage-findings"];

/** The latest of every store. */
export const runList = () =>
  queryOptions({
    queryKey: runsKey,
    queryFn: ({ signal }) => listReconciliations(signal),
    refetchInterval: ({ state }) =>
      state.data?.some((run) => run.state === "RUNNING") ? pollMs : lookAgainMs,
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
