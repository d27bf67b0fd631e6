"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { startCare } from "@/lib/sdk";
import type { CareAction, Store } from "@/lib/stores/schema";
import { storesKey } from "./queries";

const soonMs = [2_000, 5_000, 10_000];

/** Begins now what the server would do by itself, and says how much there is to do. */
export function useCare({ id, health }: Store) {
  const t = useTranslations("care");
  const queries = useQueryClient();
  const { mutateAsync, isPending, variables } = useMutation({
    mutationFn: (action: CareAction) => startCare(id, { action }),
    onSuccess: ({ files }) => {
      if (files > 0 && health.state !== "up") toast.info(t("begunLater", { files }));
      else toast.success(t("begun", { files }));
      const look = () => queries.invalidateQueries({ queryKey: storesKey });
      // Most of it is done in a moment, long before an open page looks again by itself.
      for (const ms of soonMs) setTimeout(() => void look(), ms);
      return look();
    },
  });
  return {
    start: mutateAsync,
    isPending: (action: CareAction) => isPending && variables === action,
  };
}
