"use client";

import { useTranslations } from "next-intl";
import type { ArtifactEvent } from "@/lib/artifacts/schema";

/** An event of the history in plain words; what nobody has words for yet is named as it is. */
export function useEventSentence() {
  const t = useTranslations("preview.history");
  return ({ action, actor, detail }: ArtifactEvent): string => {
    const values = { ...detail, who: actor.name ?? t(`actors.${actorOf(actor.kind)}`) };
    const key = `events.${action === "artifact.update" ? updateOf(detail) : action}`;
    // Later actions have sentences of their own, or none.
    if (t.has(key as never)) return t(key as never, { ...defaults, ...values } as never);
    return t("unknown", { ...values, action });
  };
}

// A sentence that misses a value is no sentence.
const defaults = { purpose: "", number: "" };

/** A changed name is told with both; anything else is a change. */
function updateOf({ before, after }: ArtifactEvent["detail"]): string {
  return after !== undefined && after !== before ? "artifact.rename" : "artifact.update";
}

function actorOf(kind: string): "person" | "screen" | "job" | "program" {
  return kind === "person" || kind === "screen" || kind === "job" ? kind : "program";
}
