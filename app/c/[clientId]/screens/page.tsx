import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ScreensPage } from "@/components/screens/screens-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("screens");
  return { title: t("title") };
}

export default function ScreensRoute() {
  return <ScreensPage />;
}
