import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/button-style";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PlainFrame } from "./plain-frame";

export function NotFoundPage() {
  const t = useTranslations("common.notFound");
  return (
    <PlainFrame>
      <Card>
        <EmptyState
          icon={<SearchX />}
          title={t("title")}
          heading="h1"
          text={t("text")}
          action={
            <a href="/" className={buttonStyle()}>
              {t("home")}
            </a>
          }
        />
      </Card>
    </PlainFrame>
  );
}
