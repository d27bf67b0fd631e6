"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { RowSkeletons } from "@/components/people/row-skeletons";
import { usePerson } from "@/components/shell/session";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { LayersCard } from "./layers-card";
import { storeList } from "./queries";
import { RecordsSection } from "./records-section";
import { StoreCard } from "./store-card";
import { UseCard } from "./use-card";

/** Where files lie, for administrators: whether each place works, and what to change. */
export function StoresPage() {
  const t = useTranslations("stores");
  const errorText = useErrorText();
  const { isAdmin } = usePerson();
  const { data, error, isPending, refetch } = useQuery({ ...storeList(), enabled: isAdmin });
  if (!isAdmin) {
    return (
      <Card>
        <EmptyState icon={<ShieldAlert />} title={t("title")} text={t("adminOnly")} />
      </Card>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      {isPending ? <RowSkeletons /> : null}
      {!isPending && !data ? (
        <Card>
          <ErrorState text={errorText(error)} onRetry={() => void refetch()} />
        </Card>
      ) : null}
      <ul aria-label={t("title")} className="flex flex-col gap-4">
        {data?.items.map((store) => (
          <li key={store.id}>
            <StoreCard store={store} isScrubbed={data.layers.scrubBytesPerSecond > 0} />
          </li>
        ))}
      </ul>
      {data ? <RecordsSection stores={data.items} /> : null}
      {data ? (
        <div className="mt-4 flex flex-col gap-4">
          <LayersCard layers={data.layers} />
          <UseCard />
        </div>
      ) : null}
      {data ? <p className="mt-5 text-sm text-muted">{t("moreHelp")}</p> : null}
    </>
  );
}
