import { queryOptions } from "@tanstack/react-query";
import { getStorageUse, listStores } from "@/lib/sdk";

export const storesKey = ["stores"];

/** Health and backlog change by themselves, so an open page looks again. */
const lookAgainMs = 15_000;

export const storeList = () =>
  queryOptions({
    queryKey: storesKey,
    queryFn: ({ signal }) => listStores(signal),
    refetchInterval: lookAgainMs,
    meta: { quiet: true },
  });

export const storageUse = () =>
  queryOptions({
    queryKey: [...storesKey, "use"],
    queryFn: ({ signal }) => getStorageUse(signal),
    refetchInterval: 4 * lookAgainMs,
    meta: { quiet: true },
  });
