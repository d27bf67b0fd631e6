import { queryOptions } from "@tanstack/react-query";
import { listClients } from "@/lib/sdk";

export const clientList = () =>
  queryOptions({
    queryKey: ["clients"],
    queryFn: ({ signal }) => listClients(signal),
  });
