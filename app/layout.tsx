import "@fontsource-variable/inter/wght.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { type Messages, NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Providers } from "@/components/providers";
import { EarlyEvents } from "@/components/shell/early-events";
import { themeColors, themeOf } from "@/components/shell/theme";

export async function generateViewport(): Promise<Viewport> {
  return {
    viewportFit: "cover",
    // The keyboard of a phone makes the page shorter instead of covering its fields.
    interactiveWidget: "resizes-content",
    themeColor: themeColors(themeOf((await cookies()).get("theme")?.value)),
  };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: "Vitrine", template: "%s · Vitrine" },
    description: t("tagline"),
    manifest: `/manifest.webmanifest?locale=${await getLocale()}`,
    appleWebApp: { title: "Vitrine" },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <html lang={await getLocale()} data-theme={theme}>
      <body>
        <EarlyEvents />
        <NextIntlClientProvider messages={textsForAll(await getMessages())}>
          <Providers>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

/** Signed-in people are sent all of them, by their frames. */
function textsForAll({ common, auth, player, pwa }: Messages) {
  return { common, auth, player, pwa };
}
