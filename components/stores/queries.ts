import { queryOptions } from "@tanstack/react-query";
import { listStores } from "@/lib/sdk";

export const storesKey = ["stores"];

export const storeList = () =>
  queryOptions({ queryKey: storesKey, queryFn: ({ signal }) => listStores(signal) });
