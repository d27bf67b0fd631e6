import { queryOptions } from "@tanstack/react-query";
import { listCollections } from "@/lib/sdk";

export const collectionList = (clientId: string) =>
  queryOptions({
    queryKey: ["collections", clientId, "list"],
    queryFn: ({ signal }) => listCollections(clientId, signal),
  });
