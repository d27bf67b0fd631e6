import { queryOptions } from "@tanstack/react-query";
import { listTags } from "@/lib/sdk";

export const tagList = (clientId: string) =>
  queryOptions({
    queryKey: ["collections", clientId, "tags"],
    queryFn: ({ signal }) => listTags(clientId, signal),
  });
