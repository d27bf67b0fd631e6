import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { GuestFrame } from "./guest-frame";

export function NotFoundPage() {
  const t = useTranslations("common.notFound");
  return (
    <GuestFrame>
      <Card>
        <EmptyState
          icon={<SearchX />}
          title={t("title")}
          heading="h1"
          text={t("text")}
          action={
            <Button asChild>
              <Link href="/">{t("home")}</Link>
            </Button>
          }
        />
      </Card>
    </GuestFrame>
  );
}
