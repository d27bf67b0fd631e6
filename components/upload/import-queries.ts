import { queryOptions } from "@tanstack/react-query";
import { listImports } from "@/lib/sdk";

const underWayMs = 1_500;

/** What the server fetches from links: looked at often only while there is something to see. */
export const importList = (clientId: string) =>
  queryOptions({
    queryKey: ["imports", clientId],
    queryFn: ({ signal }) => listImports(clientId, signal),
    refetchInterval: ({ state }) =>
      state.data?.some(({ failureReason }) => failureReason === null) ? underWayMs : false,
  });
