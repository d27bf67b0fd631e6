"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import * as sonner from "sonner";
import { toasterIsThere } from "./toast";

/** Above the bottom navigation on phones. Colours come from the tokens, so both themes fit. */
export function SonnerToaster() {
  const t = useTranslations("common");
  useEffect(() => toasterIsThere(sonner), []);
  return (
    <sonner.Toaster
      position="bottom-right"
      mobileOffset={{ bottom: "calc(env(safe-area-inset-bottom) + 5rem)" }}
      containerAriaLabel={t("notifications")}
      toastOptions={{
        duration: 6000,
        classNames: {
          toast:
            "!rounded-xl !border !border-line !bg-surface !text-ink !shadow-lg !font-sans !text-sm",
          description: "!text-muted",
          actionButton: "!h-8 !rounded-lg !bg-accent !px-3 !text-accent-ink !font-medium",
          cancelButton: "!h-8 !rounded-lg !bg-raised !px-3 !text-ink",
          success: "[&_[data-icon]]:!text-success",
          error: "[&_[data-icon]]:!text-danger",
          warning: "[&_[data-icon]]:!text-warning",
          info: "[&_[data-icon]]:!text-info",
        },
      }}
    />
  );
}
