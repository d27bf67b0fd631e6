"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { NextIntlClientProvider, useLocale, useTimeZone } from "next-intl";
import { type ReactNode, useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { ErrorText } from "@/components/errors/error-text";
import { createQueryClient } from "@/components/query-client";
import { setCookie } from "@/components/shell/set-cookie";
import { toast } from "@/components/ui/toast";
import { Toaster } from "@/components/ui/toaster";
import { TooltipHost } from "@/components/ui/tooltip-host";

// The policy of our pages forbids eval; zod would try it, and browsers report the trial.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export function Providers({ children }: { children: ReactNode }) {
  const locale = useLocale();
  // The server knows it from the second visit on, and draws dates that need not be drawn again.
  const known = useTimeZone() ?? "UTC";
  const timeZone = useSyncExternalStore(neverChanges, browserTimeZone, () => known);
  useEffect(() => {
    if (timeZone !== known) setCookie("tz", timeZone);
  }, [timeZone, known]);
  // From now on the page answers what is pressed, see EarlyEvents: not a moment later, or what is
  // pressed in between would be pressed twice.
  useLayoutEffect(() => {
    document.documentElement.dataset.answers = "";
  }, []);
  const [queryClient] = useState(() =>
    createQueryClient((error) => toast.error(<ErrorText error={error} />)),
  );
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone}>
      <QueryClientProvider client={queryClient}>
        {children}
        <TooltipHost />
        <Toaster />
      </QueryClientProvider>
    </NextIntlClientProvider>
  );
}

const neverChanges = () => () => {};
const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
