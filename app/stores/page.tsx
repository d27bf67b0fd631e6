import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signInPath } from "@/components/auth/next-path";
import { PersonFrame } from "@/components/shell/person-frame";
import { StoresPage } from "@/components/stores/stores-page";
import { authenticateSession } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stores"))("title") };
}

export default async function Page() {
  const person = await authenticateSession(await headers());
  if (!person) redirect(signInPath("/stores"));
  return (
    <PersonFrame person={person}>
      <StoresPage />
    </PersonFrame>
  );
}
