"use client";

import { Clapperboard, MonitorPlay, Sparkles } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { UploadButton } from "@/components/upload/upload-button";
import { useSamples } from "@/components/upload/use-samples";

/** The first thing a new customer sees: what to do, or how to see it work at once. */
export function LibraryEmpty({ clientId, mayAdd }: { clientId: string; mayAdd: boolean }) {
  const t = useTranslations("library.empty");
  const samples = useSamples();
  return (
    <div className="rounded-2xl border-2 border-dashed bg-surface">
      <EmptyState
        icon={<Clapperboard />}
        title={t("title")}
        text={t(mayAdd ? "text" : "readOnlyText")}
        action={
          mayAdd ? (
            <>
              <UploadButton />
              <Button variant="outline" busy={samples.isPending} onClick={() => samples.mutate()}>
                <Sparkles aria-hidden />
                {t("samples")}
              </Button>
              <Button variant="ghost" asChild>
                <Link href={`/c/${clientId}/screens`}>
                  <MonitorPlay aria-hidden />
                  {t("pair")}
                </Link>
              </Button>
            </>
          ) : undefined
        }
      />
    </div>
  );
}
