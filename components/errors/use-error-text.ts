"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ApiProblem } from "@/lib/sdk";

/** A sentence for people: the server's own, or that the server could not be reached. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("common");
  return useCallback(
    (error) => {
      if (error instanceof ApiProblem) return error.problem.detail;
      // fetch rejects with a TypeError when there is no network.
      return error instanceof TypeError ? t("noNetwork") : t("unexpected");
    },
    [t],
  );
}
