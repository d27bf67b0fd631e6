"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight, MonitorX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import type { Client } from "@/lib/clients/schema";
import type { Screen } from "@/lib/screens/schema";
import { digitsOf } from "./digits-of";
import { PairForm } from "./pair-form";
import { PairedNotice } from "./paired-notice";
import { screenList } from "./screen-queries";

interface PairPageProps {
  /** Where the person may add screens. */
  clients: Client[];
  code: string;
}

/** Where the QR code on a new screen leads, most often on a phone in front of it. */
export function PairPage({ clients, code }: PairPageProps) {
  const t = useTranslations("screens");
  const [clientId, setClientId] = useState(
    (clients.find(({ role }) => role !== null) ?? clients[0])?.id,
  );
  const [paired, setPaired] = useState<Screen>();
  const { data: screens } = useQuery({ ...screenList(clientId ?? ""), enabled: Boolean(clientId) });

  if (!clientId) {
    return (
      <>
        <h1 className="sr-only">{t("pair.title")}</h1>
        <EmptyState icon={<MonitorX />} title={t("pair.refused")} text={t("pair.refusedText")} />
      </>
    );
  }
  if (paired) {
    return (
      <Card className="mx-auto flex max-w-md flex-col gap-4 p-6">
        <h1 className="sr-only">{t("add.done")}</h1>
        <PairedNotice clientId={clientId} screen={paired} />
        <Button asChild size="lg">
          <Link href={`/c/${clientId}/screens`}>
            {t("pair.toScreens")}
            <ArrowRight aria-hidden />
          </Link>
        </Button>
      </Card>
    );
  }
  return (
    <Card className="mx-auto max-w-md p-6">
      <h1 className="text-xl font-semibold">{t("pair.title")}</h1>
      <p className="mt-1 mb-6 text-sm text-muted">{t("pair.text")}</p>
      {clients.length > 1 ? (
        <div className="mb-5">
          <Field label={t("pair.client")}>
            <NativeSelect
              name="client"
              value={clientId}
              onChange={({ target }) => setClientId(target.value)}
            >
              {clients.map((client) => (
                <option key={client.id} value={client.id}>
                  {client.name}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
      ) : null}
      <PairForm
        key={clientId}
        id="pair-screen"
        clientId={clientId}
        code={digitsOf(code)}
        name={t("form.defaultName", { number: (screens?.length ?? 0) + 1 })}
        onPaired={setPaired}
      >
        {({ busy, ready }) => (
          <Button
            type="submit"
            size="lg"
            className="min-h-14! text-lg!"
            busy={busy}
            disabled={!ready}
          >
            {t("pair.submit")}
          </Button>
        )}
      </PairForm>
    </Card>
  );
}
