"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { signInPath } from "@/components/auth/next-path";
import { Spinner } from "@/components/ui/spinner";

/** A layout does not know the whole address; the browser does, and comes back to it. */
export function SignInRedirect() {
  const t = useTranslations("common");
  useEffect(() => {
    const { pathname, search } = window.location;
    window.location.replace(signInPath(pathname + search));
  }, []);
  return (
    <main className="grid min-h-dvh place-items-center">
      <Spinner label={t("loading")} className="size-8! text-muted" />
    </main>
  );
}
