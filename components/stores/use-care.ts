"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { startCare } from "@/lib/sdk";
import type { CareAction, Store } from "@/lib/stores/schema";
import { storesKey } from "./queries";

/** Begins now what the server would do by itself, and says how much there is to do. */
export function useCare({ id, health }: Store) {
  const t = useTranslations("care");
  const queries = useQueryClient();
  const { mutateAsync, isPending, variables } = useMutation({
    mutationFn: (action: CareAction) => startCare(id, { action }),
    onSuccess: ({ files }) => {
      if (files > 0 && health.state !== "up") toast.info(t("begunLater", { files }));
      else toast.success(t("begun", { files }));
      return queries.invalidateQueries({ queryKey: storesKey });
    },
  });
  return {
    start: mutateAsync,
    isPending: (action: CareAction) => isPending && variables === action,
  };
}
