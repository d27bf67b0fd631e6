import type { QueryClient } from "@tanstack/react-query";
import type { useTranslations } from "next-intl";
import { refreshArtifacts } from "@/components/library/refresh-artifacts";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import type { Artifact, BulkResult } from "@/lib/artifacts/schema";
import { type BulkOutcome, runBulk } from "./run-bulk";

export interface BulkAction {
  artifacts: readonly Pick<Artifact, "id" | "name">[];
  act: (ids: string[]) => Promise<BulkResult>;
  /** What is said when all went well. */
  done: (count: number) => string;
  undo?: () => void;
}

interface BulkMeans {
  t: ReturnType<typeof useTranslations<"bulk">>;
  queryClient: QueryClient;
  clientId: string;
}

const manyFiles = 100;
const namesShown = 3;

/** Runs an action on many and says what came of it: all, or which not and why. */
export async function bulk(
  { artifacts, act, done, undo }: BulkAction,
  means: BulkMeans,
): Promise<BulkOutcome> {
  const { t, queryClient, clientId } = means;
  const ids = artifacts.map(({ id }) => id);
  const names = new Map(artifacts.map(({ id, name }) => [id, name]));
  const isLong = ids.length > manyFiles;
  const show = (count: number) => {
    const text = t("progress", { done: count, total: ids.length });
    return (
      <div className="flex w-64 max-w-full flex-col gap-2">
        <span className="tabular-nums">{text}</span>
        <Progress value={(count / ids.length) * 100} label={text} />
      </div>
    );
  };
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
      onClick: () => void bulk({ artifacts: again, act, done }, means),
    };
    toast.warning(done(outcome.done.length), {
      ...options,
      duration: 12_000,
      description: problems.join(" "),
      ...(again.length > 0 ? { action: retry } : {}),
    });
  }
  await refreshArtifacts(queryClient, clientId, outcome.done).catch(() => {});
  void queryClient.invalidateQueries({ queryKey: ["collections", clientId] });
  return outcome;
}
