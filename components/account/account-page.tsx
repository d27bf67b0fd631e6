"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/shell/avatar";
import { LanguageSelect } from "@/components/shell/language-select";
import { SectionCard } from "@/components/shell/section-card";
import { usePerson } from "@/components/shell/session";
import { ThemeSelect } from "@/components/shell/theme-select";
import { PageHeader } from "@/components/ui/page-header";
import { ChangePasswordForm } from "./change-password-form";
import { SignOutEverywhere } from "./sign-out-everywhere";

export function AccountPage() {
  const t = useTranslations("auth.account");
  const common = useTranslations("common");
  const { name, email } = usePerson();
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex flex-col gap-4">
        <SectionCard title={t("profile")}>
          <div className="flex items-center gap-3">
            <Avatar name={name} className="size-12! text-base!" />
            <div className="min-w-0">
              <p className="font-medium">{name}</p>
              <p className="text-sm text-muted">{email}</p>
            </div>
          </div>
        </SectionCard>
        <SectionCard title={t("display")}>
          <div className="grid gap-4 sm:grid-cols-2">
            <div className="flex flex-col gap-1.5">
              <span aria-hidden className="text-sm font-medium">
                {common("language")}
              </span>
              <LanguageSelect />
            </div>
            <div className="flex flex-col gap-1.5">
              <span aria-hidden className="text-sm font-medium">
                {common("theme")}
              </span>
              <ThemeSelect />
            </div>
          </div>
        </SectionCard>
        <SectionCard title={t("passwordTitle")}>
          <ChangePasswordForm email={email} />
        </SectionCard>
        <SectionCard title={t("devicesTitle")} text={t("devicesText")}>
          <SignOutEverywhere />
        </SectionCard>
      </div>
    </>
  );
}
