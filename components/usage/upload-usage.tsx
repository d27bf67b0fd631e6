"use client";

import { useQuery } from "@tanstack/react-query";
import { useUploadClient } from "@/components/upload/upload-context";
import { clientUsage } from "./queries";
import { UsageWarning } from "./usage-warning";

/** Beside what is being uploaded: whether there will be place for it. */
export function UploadUsage() {
  const { data: usage } = useQuery(clientUsage(useUploadClient()));
  return <UsageWarning usage={usage} slim />;
}
