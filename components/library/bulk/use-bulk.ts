"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { useClient } from "@/components/shell/session";
import { toast } from "@/components/ui/toast";
import type { Artifact, BulkResult } from "@/lib/artifacts/schema";
import { type BulkOutcome, runBulk } from "./run-bulk";

interface BulkAction {
  artifacts: readonly Pick<Artifact, "id" | "name">[];
  act: (ids: string[]) => Promise<BulkResult>;
  /** What is said when all went well. */
  done: (count: number) => string;
  undo?: () => void;
}

const manyFiles = 200;
const namesShown = 3;

/** Runs an action on many and says what came of it: all, or which not and why. */
export function useBulk(): (action: BulkAction) => Promise<BulkOutcome> {
  const t = useTranslations("bulk");
  const queryClient = useQueryClient();
  const { client } = useClient();

  return async function bulk({ artifacts, act, done, undo }): Promise<BulkOutcome> {
    const ids = artifacts.map(({ id }) => id);
    const names = new Map(artifacts.map(({ id, name }) => [id, name]));
    const isLong = ids.length > manyFiles;
    const show = (count: number) => t("progress", { done: count, total: ids.length });
    const id = isLong ? toast.loading(show(0)) : undefined;
    const outcome = await runBulk(ids, act, (count) => {
      if (id !== undefined) toast.loading(show(count), { id });
    });
    const list = (ids: string[]) =>
      ids
        .slice(0, namesShown)
        .map((id) => names.get(id))
        .join(", ") + (ids.length > namesShown ? " …" : "");
    const { refused, notFound, failed } = outcome;
    const problems = [
      refused.length > 0 ? t("refused", { count: refused.length, names: list(refused) }) : "",
      notFound.length > 0 ? t("gone", { count: notFound.length, names: list(notFound) }) : "",
      failed.length > 0 ? t("failed", { count: failed.length, names: list(failed) }) : "",
    ].filter(Boolean);
    const options = { ...(id === undefined ? {} : { id }), position: "bottom-center" as const };
    if (problems.length === 0) {
      const action = undo ? { action: { label: t("undo"), onClick: undo } } : {};
      toast.success(done(outcome.done.length), { ...options, ...action });
    } else {
      const again = artifacts.filter(({ id }) => failed.includes(id));
      const retry = {
        label: t("retry"),
        onClick: () => void bulk({ artifacts: again, act, done }),
      };
      toast.warning(done(outcome.done.length), {
        ...options,
        duration: 12_000,
        description: problems.join(" "),
        ...(again.length > 0 ? { action: retry } : {}),
      });
    }
    await refreshArtifacts(queryClient, client.id, outcome.done).catch(() => {});
    void queryClient.invalidateQueries({ queryKey: ["collections", client.id] });
    return outcome;
  };
}
