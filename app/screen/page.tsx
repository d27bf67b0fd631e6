import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import { Player } from "@/components/player/player";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("player");
  return { title: t("title") };
}

export const viewport: Viewport = { themeColor: "black" };

export default function ScreenPage() {
  return <Player />;
}
