"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { UploadItem } from "@/lib/sdk";

type Failure = NonNullable<UploadItem["failure"]>;

/** The server knows more of these than we do: by how much, for instance. */
const saidBetter = new Set<Failure["reason"]>([
  "server",
  "unusable",
  "over_quota",
  "over_file_limit",
]);

/** Plain words for why a file did not arrive; the server's own where we have none. */
export function useFailureText(): (failure: Failure) => string {
  const t = useTranslations("upload");
  return useCallback(
    ({ reason, detail }) => (detail && saidBetter.has(reason) ? detail : t(`failures.${reason}`)),
    [t],
  );
}
