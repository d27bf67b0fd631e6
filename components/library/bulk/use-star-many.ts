"use client";

import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import type { Artifact } from "@/lib/artifacts/schema";
import { starArtifacts } from "@/lib/sdk";
import { useBulk } from "./use-bulk";

export function useStarMany() {
  const t = useTranslations("bulk");
  const bulk = useBulk();
  const { client } = useClient();
  return (artifacts: readonly Artifact[], starred = true) =>
    void bulk({
      artifacts,
      act: (ids) => starArtifacts(client.id, ids, starred),
      done: (count) => t(starred ? "starDone" : "unstarDone", { count }),
    });
}
