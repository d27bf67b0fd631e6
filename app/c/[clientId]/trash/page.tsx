import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TrashPage } from "@/components/trash/trash-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("trash"))("title") };
}

export default async function Page({ params }: { params: Promise<{ clientId: string }> }) {
  const { clientId } = await params;
  return <TrashPage key={clientId} clientId={clientId} />;
}
