"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/errors/use-error-text";
import { useFormats } from "@/components/library/use-formats";
import { RowSkeletons } from "@/components/people/row-skeletons";
import { SectionCard } from "@/components/shell/section-card";
import { ErrorState } from "@/components/ui/error-state";
import type { StorageUse } from "@/lib/stores/schema";
import { storageUse } from "./queries";

/** How much each client has, of what kind and where. */
export function UseCard() {
  const t = useTranslations("care");
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useQuery(storageUse());
  return (
    <SectionCard title={t("use.title")} text={t("use.text")}>
      {isPending ? <RowSkeletons /> : null}
      {error && !data ? (
        <ErrorState text={errorText(error)} onRetry={() => void refetch()} />
      ) : null}
      {data?.items.length === 0 ? <p className="text-sm text-muted">{t("use.none")}</p> : null}
      {data && data.items.length > 0 ? (
        <ul className="divide-y divide-line">
          {byClient(data.items).map((client) => (
            <ClientUse key={client.id} {...client} />
          ))}
        </ul>
      ) : null}
    </SectionCard>
  );
}

interface ClientRows {
  id: string;
  name: string;
  bytes: number;
  rows: StorageUse["items"];
}

function ClientUse({ id, name, bytes, rows }: ClientRows) {
  const t = useTranslations("care");
  const { size } = useFormats();
  return (
    <li className="py-3">
      <div className="flex items-baseline justify-between gap-3">
        <p className="min-w-0 text-sm font-medium wrap-anywhere">
          {name} <span className="font-normal text-muted">{id}</span>
        </p>
        <p className="shrink-0 text-sm tabular-nums">{size(bytes)}</p>
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {rows.map(({ storeId, kind, files, bytes }) => (
          <li key={`${storeId} ${kind}`}>
            {t("use.row", { kind: t(`use.kinds.${kind}`), storeId, files, size: size(bytes) })}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The largest first, as the server has ordered their parts. */
function byClient(items: StorageUse["items"]): ClientRows[] {
  const clients = new Map<string, ClientRows>();
  for (const row of items) {
    const { clientId: id, clientName: name, bytes } = row;
    const client = clients.get(id) ?? { id, name, bytes: 0, rows: [] };
    client.bytes += bytes;
    client.rows.push(row);
    clients.set(id, client);
  }
  return [...clients.values()].toSorted((a, b) => b.bytes - a.bytes);
}
