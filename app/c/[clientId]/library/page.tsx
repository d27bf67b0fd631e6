import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LibraryPage } from "@/components/library/library-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ clientId: string }> }) {
  const { clientId } = await params;
  return <LibraryPage key={clientId} clientId={clientId} />;
}
