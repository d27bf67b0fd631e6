import { queryOptions } from "@tanstack/react-query";
import { listSavedViews } from "@/lib/sdk";

export const savedViewList = (clientId: string) =>
  queryOptions({
    queryKey: ["views", clientId],
    queryFn: ({ signal }) => listSavedViews(clientId, signal),
  });
