"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import type { StorageFinding } from "@/lib/reconciliations/schema";
import { deleteFinding, releaseFinding } from "@/lib/sdk";
import { findingsKey, runsKey } from "./records-queries";

/** A leftover stays for good, or goes now. */
export function useFindingActions({ id }: StorageFinding, onGone: () => void) {
  const t = useTranslations("records.findings");
  const queries = useQueryClient();
  const renew = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: findingsKey }),
      queries.invalidateQueries({ queryKey: runsKey }),
    ]);
  const keep = useMutation({
    mutationFn: () => releaseFinding(id),
    onSuccess: () => {
      toast.success(t("kept"));
      onGone();
    },
    onSettled: renew,
  });
  const remove = useMutation({
    mutationFn: () => deleteFinding(id),
    onSuccess: () => {
      toast.success(t("deleted"));
      onGone();
    },
    onSettled: renew,
  });
  return { keep, remove };
}
