"use client";

import { useTranslations } from "next-intl";
import { useClient } from "@/components/shell/session";
import { PageHeader } from "@/components/ui/page-header";
import { UsageCard } from "@/components/usage/usage-card";
import { ClientNameForm } from "./client-name-form";
import { SiteSection } from "./site-section";
import { TrashDaysForm } from "./trash-days-form";

export function SettingsPage() {
  const t = useTranslations("people.settings");
  const { client, can } = useClient();
  return (
    <div className="max-w-3xl">
      <PageHeader title={t("title")} />
      <div className="flex flex-col gap-4">
        {/* A newer version starts the form anew, with what others saved. */}
        {can("client:write") ? <ClientNameForm key={client.version} client={client} /> : null}
        <UsageCard clientId={client.id} />
        <SiteSection />
        {can("client:write") ? <TrashDaysForm client={client} /> : null}
      </div>
    </div>
  );
}
