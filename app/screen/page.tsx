import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { Player } from "@/components/player/player";
import { pairedCookie } from "@/components/player/screen-token";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("player");
  return { title: t("title") };
}

export const viewport: Viewport = { themeColor: "black" };

export default async function ScreenPage() {
  return <Player isPaired={(await cookies()).get(pairedCookie)?.value === "yes"} />;
}
