"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { useLiveChanges } from "@/components/live/use-live-changes";
import { useClient } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { lateComponent } from "@/components/ui/late-component";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { Screen } from "@/lib/screens/schema";
import { EmptyScreens } from "./empty-screens";
import { ScreenCard } from "./screen-card";
import { screenList } from "./screen-queries";

const AddScreenDialog = lateComponent(() =>
  import("./add-screen-dialog").then(({ AddScreenDialog }) => AddScreenDialog),
);

interface ScreensPageProps {
  /** What the server knew when it made the page. */
  first: { screens: Screen[]; at: number } | undefined;
  origin: string;
}

export function ScreensPage({ first, origin }: ScreensPageProps) {
  const t = useTranslations("screens");
  const errorText = useErrorText();
  const { client, can } = useClient();
  useLiveChanges(client.id);
  const {
    data: screens,
    error,
    refetch,
  } = useQuery({
    ...screenList(client.id),
    ...(first ? { initialData: first.screens, initialDataUpdatedAt: first.at } : {}),
  });
  const [isAdding, setAdding] = useState(false);
  const isEmpty = screens?.length === 0;
  const add = can("screens:write") ? (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      {t("add.open")}
    </Button>
  ) : null;

  return (
    <>
      <PageHeader
        title={t("title")}
        description={screens && !isEmpty ? t("summary", summaryOf(screens)) : undefined}
        // Where it is is known once the list is: a button that jumps is missed.
        actions={screens && !isEmpty ? add : undefined}
      />
      {screens ? (
        isEmpty ? (
          <EmptyScreens origin={origin} action={add ?? t("empty.askManager")} />
        ) : (
          <ScreenGrid screens={screens} />
        )
      ) : error ? (
        <ErrorState text={errorText(error)} onRetry={() => void refetch()} />
      ) : (
        <LoadingGrid label={t("loading")} />
      )}
      {isAdding ? (
        <AddScreenDialog
          key={client.id}
          clientId={client.id}
          count={screens?.length ?? 0}
          open
          onOpenChange={setAdding}
        />
      ) : null}
    </>
  );
}

const gridStyle = "grid gap-4 sm:grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4";

function ScreenGrid({ screens }: { screens: Screen[] }) {
  return (
    <ul className={gridStyle}>
      {screens.map((screen) => (
        <li key={screen.id} className="grid min-w-0">
          <ScreenCard screen={screen} />
        </li>
      ))}
    </ul>
  );
}

function LoadingGrid({ label }: { label: string }) {
  return (
    <div role="status" className={gridStyle}>
      <span className="sr-only">{label}</span>
      {["a", "b", "c"].map((key) => (
        <Skeleton key={key} className="h-72 rounded-2xl!" />
      ))}
    </div>
  );
}

function summaryOf(screens: Screen[]) {
  return { online: screens.filter(({ online }) => online).length, count: screens.length };
}
