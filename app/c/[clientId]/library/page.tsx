import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { LibraryPage } from "@/components/library/library-page";
import { layoutCookie, layoutOf } from "@/components/library/list/layout";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ clientId: string }> }) {
  const { clientId } = await params;
  const layout = layoutOf((await cookies()).get(layoutCookie)?.value);
  return <LibraryPage key={clientId} clientId={clientId} initialLayout={layout} />;
}
