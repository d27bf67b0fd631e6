import { queryOptions } from "@tanstack/react-query";
import { listScreens } from "@/lib/sdk";

export const screenList = (clientId: string) =>
  queryOptions({
    queryKey: ["screens", clientId, "list"],
    queryFn: ({ signal }) => listScreens(clientId, signal),
    // A screen that loses power says no goodbye: it is offline when it was silent for a while.
    refetchInterval: 30_000,
  });
