import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { ScreensPage } from "@/components/screens/screens-page";
import { clientContext, requestOrigin } from "@/lib/auth";
import { AppError } from "@/lib/errors";
import type { HeaderReader } from "@/lib/header-reader";
import { runtime } from "@/lib/runtime";
import { listScreens } from "@/lib/screens";
import type { Screen } from "@/lib/screens/schema";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("screens");
  return { title: t("title") };
}

interface PageProps {
  params: Promise<{ clientId: string }>;
}

export default async function ScreensRoute({ params }: PageProps) {
  const asked = await headers();
  const first = await firstScreens(asked, (await params).clientId);
  return <ScreensPage first={first} origin={requestOrigin(asked, runtime().config)} />;
}

/** So that nothing moves when the list comes. undefined for who may not: the browser tells why. */
async function firstScreens(
  asked: HeaderReader,
  clientId: string,
): Promise<{ screens: Screen[]; at: number } | undefined> {
  try {
    const { items: screens } = await listScreens(await clientContext(asked, clientId));
    return { screens, at: Date.now() };
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
