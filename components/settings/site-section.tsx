"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/errors/use-error-text";
import { siteList } from "@/components/people/queries";
import { RowSkeletons } from "@/components/people/row-skeletons";
import { SectionCard } from "@/components/shell/section-card";
import { useClient } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { lateComponent } from "@/components/ui/late-component";
import type { Site } from "@/lib/clients/schema";
import { SiteRow } from "./site-row";

// Dialogs come when they are opened.
const SiteDialog = lateComponent(() => import("./site-dialog").then((m) => m.SiteDialog));
const DeleteSiteDialog = lateComponent(() =>
  import("./delete-site-dialog").then((m) => m.DeleteSiteDialog),
);

export function SiteSection() {
  const t = useTranslations("people.settings");
  const { can } = useClient();
  const [editing, setEditing] = useState<Site | "new">();
  const [deleting, setDeleting] = useState<Site>();
  const mayChange = can("screens:write");
  return (
    <SectionCard
      title={t("sitesTitle")}
      text={t("sitesText")}
      actions={
        mayChange ? (
          <Button variant="outline" onClick={() => setEditing("new")}>
            <Plus aria-hidden />
            {t("addSite")}
          </Button>
        ) : null
      }
    >
      <Sites mayChange={mayChange} onEdit={setEditing} onDelete={setDeleting} />
      {editing ? (
        <SiteDialog
          site={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      {deleting ? (
        <DeleteSiteDialog site={deleting} onClose={() => setDeleting(undefined)} />
      ) : null}
    </SectionCard>
  );
}

interface SitesProps {
  mayChange: boolean;
  onEdit: (site: Site) => void;
  onDelete: (site: Site) => void;
}

function Sites({ mayChange, onEdit, onDelete }: SitesProps) {
  const t = useTranslations("people.settings");
  const errorText = useErrorText();
  const { client } = useClient();
  const { data: sites, error, isPending, refetch } = useQuery(siteList(client.id));
  if (isPending) return <RowSkeletons />;
  if (!sites) return <ErrorState text={errorText(error)} onRetry={() => void refetch()} />;
  if (sites.length === 0) {
    return <EmptyState icon={<Store />} title={t("emptyTitle")} text={t("emptyText")} />;
  }
  return (
    <ul aria-label={t("sitesTitle")} className="-mx-2 divide-y divide-line">
      {sites.map((site) => (
        <SiteRow
          key={site.id}
          site={site}
          mayChange={mayChange}
          onEdit={() => onEdit(site)}
          onDelete={() => onDelete(site)}
        />
      ))}
    </ul>
  );
}
