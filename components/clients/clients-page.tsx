"use client";

import { useQuery } from "@tanstack/react-query";
import { Building2, ChevronRight, Gauge, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { RowSkeletons } from "@/components/people/row-skeletons";
import { Avatar } from "@/components/shell/avatar";
import { sectionPath } from "@/components/shell/sections";
import { usePerson } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { PageHeader } from "@/components/ui/page-header";
import type { Client } from "@/lib/clients/schema";
import { CreateClientDialog } from "./create-client-dialog";
import { clientList } from "./queries";
import { QuotaDialog } from "./quota-dialog";

export function ClientsPage() {
  const t = useTranslations("people.clients");
  const errorText = useErrorText();
  const { isAdmin } = usePerson();
  const { data: clients, error, isPending, refetch } = useQuery(clientList());
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          isAdmin ? (
            <Button onClick={() => setCreating(true)}>
              <Plus aria-hidden />
              {t("create")}
            </Button>
          ) : null
        }
      />
      {isPending ? <RowSkeletons /> : null}
      {!isPending && !clients ? (
        <Card>
          <ErrorState text={errorText(error)} onRetry={() => void refetch()} />
        </Card>
      ) : null}
      {clients?.length === 0 ? (
        <Card>
          <EmptyState icon={<Building2 />} title={t("emptyTitle")} text={t("emptyText")} />
        </Card>
      ) : null}
      {clients && clients.length > 0 ? <ClientRows clients={clients} /> : null}
      {creating ? <CreateClientDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}

function ClientRows({ clients }: { clients: readonly Client[] }) {
  const t = useTranslations("people.clients");
  const quotas = useTranslations("quotas.dialog");
  const { isAdmin } = usePerson();
  const [limited, setLimited] = useState<Client>();
  return (
    <Card>
      <ul aria-label={t("title")} className="divide-y divide-line">
        {clients.map((client) => {
          const { id, name } = client;
          return (
            <li key={id} className="flex items-center pr-2">
              <Link
                href={sectionPath(id)}
                className="flex min-w-0 flex-1 items-center gap-3 rounded-2xl px-4 py-3 hover:bg-raised sm:px-5"
              >
                <Avatar name={name} />
                <span className="min-w-0 flex-1">
                  <span className="block text-sm font-medium">{name}</span>
                  <span className="block text-sm text-muted">{id}</span>
                </span>
                <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
              </Link>
              {isAdmin ? (
                <IconButton label={quotas("open", { name })} onClick={() => setLimited(client)}>
                  <Gauge aria-hidden />
                </IconButton>
              ) : null}
            </li>
          );
        })}
      </ul>
      {limited ? <QuotaDialog client={limited} onClose={() => setLimited(undefined)} /> : null}
    </Card>
  );
}
