"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { examineStore } from "@/lib/sdk";
import type { Finding, Store, StoreList } from "@/lib/stores/schema";
import { storesKey } from "./queries";
import { tryInBrowser } from "./try-in-browser";

/** The server tries the store, and then this browser does. */
export function useExamine({ id, isDirect }: Store) {
  const queries = useQueryClient();
  const [browser, setBrowser] = useState<Finding>();
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async () => {
      setBrowser(undefined);
      const examination = await examineStore(id);
      const isReached = examination.findings.some(
        ({ check, outcome }) => check === "reach" && outcome === "passed",
      );
      if (isDirect && isReached) setBrowser(await tryInBrowser(id));
      return examination;
    },
    onSuccess: (examination) =>
      queries.setQueryData<StoreList>(
        storesKey,
        (list) =>
          list && {
            ...list,
            items: list.items.map((store) => (store.id === id ? { ...store, examination } : store)),
          },
      ),
  });
  return { examine: () => mutateAsync(), isPending, browser };
}
