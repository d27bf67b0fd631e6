"use client";

import { useQuery } from "@tanstack/react-query";
import { Share2, ShieldX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { UploadScope } from "@/components/upload/upload-provider";
import type { Client } from "@/lib/clients/schema";
import { ShareForm } from "./share-form";
import { sharedFiles } from "./shared-files";

/** Where the phone's share sheet leads: whose library gets the files? */
export function SharePage({ clients }: { clients: Client[] }) {
  const t = useTranslations("pwa.share");
  const [clientId, setClientId] = useState(clients[0]?.id);
  const shared = useQuery({ queryKey: ["shared-files"], queryFn: sharedFiles, gcTime: 0 });

  if (shared.isPending) return <Skeleton className="mx-auto h-64 w-full max-w-md" />;
  if (shared.isError)
    return <ErrorState text={t("unreadable")} onRetry={() => void shared.refetch()} />;
  const nothing = shared.data.length === 0;
  if (nothing || !clientId) {
    return (
      <EmptyState
        icon={nothing ? <Share2 /> : <ShieldX />}
        heading="h1"
        title={t(nothing ? "nothing" : "refused")}
        text={t(nothing ? "nothingText" : "refusedText")}
        action={
          <Button asChild>
            <Link href="/">{t("home")}</Link>
          </Button>
        }
      />
    );
  }
  return (
    <UploadScope key={clientId} clientId={clientId}>
      <ShareForm
        files={shared.data}
        clients={clients}
        clientId={clientId}
        onClient={setClientId}
        onDiscarded={() => void shared.refetch()}
      />
    </UploadScope>
  );
}
