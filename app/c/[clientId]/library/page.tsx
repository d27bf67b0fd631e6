import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { viewOf } from "@/components/library/find/library-view";
import { LibraryPage } from "@/components/library/library-page";
import { layoutCookie, layoutOf } from "@/components/library/list/layout";
import { firstPage } from "./first-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title") };
}

interface PageProps {
  params: Promise<{ clientId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: PageProps) {
  const { clientId } = await params;
  const asked = await headers();
  const kept = layoutOf((await cookies()).get(layoutCookie)?.value);
  const layout = { ...kept, columns: kept.columns ?? columnsOn(asked.get("user-agent")) };
  const { filter, sort = layout.sort } = viewOf(searchOf(await searchParams));
  const first = await firstPage(asked, clientId, { filter, sort });
  return <LibraryPage key={clientId} clientId={clientId} initialLayout={layout} first={first} />;
}

const columnsOn = (userAgent: string | null) => (/Mobi/.test(userAgent ?? "") ? 2 : 4);

function searchOf(asked: Record<string, string | string[] | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined) search.set(name, [value].flat()[0] ?? "");
  }
  return search.toString();
}
