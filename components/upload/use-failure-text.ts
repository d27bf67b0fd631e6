"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { UploadItem } from "@/lib/sdk";

type Failure = NonNullable<UploadItem["failure"]>;

/** Plain words for why a file did not arrive; the server's own where we have none. */
export function useFailureText(): (failure: Failure) => string {
  const t = useTranslations("upload");
  return useCallback(
    ({ reason, detail }) =>
      detail && (reason === "server" || reason === "unusable") ? detail : t(`failures.${reason}`),
    [t],
  );
}
