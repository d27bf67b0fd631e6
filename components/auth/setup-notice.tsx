import { useTranslations } from "next-intl";
import { AuthCard } from "./auth-card";

/** For who finds a server without any account, but has not its one-time link. */
export function SetupNotice() {
  const t = useTranslations("auth.notSetUp");
  return (
    <AuthCard title={t("title")} text={t("text")}>
      <p className="rounded-lg bg-raised px-3 py-2.5 font-mono text-sm break-all">
        http://…/setup?token=…
      </p>
      <p className="mt-4 text-sm text-muted">{t("hint")}</p>
    </AuthCard>
  );
}
