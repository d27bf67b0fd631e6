import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "@/components/settings/settings-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.settings"))("title") };
}

export default function Page() {
  return <SettingsPage />;
}
