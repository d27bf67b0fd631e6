import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signInPath } from "@/components/auth/next-path";
import { ClientsPage } from "@/components/clients/clients-page";
import { PersonFrame } from "@/components/shell/person-frame";
import { authenticateSession } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.clients"))("title") };
}

export default async function Page() {
  const person = await authenticateSession(await headers());
  if (!person) redirect(signInPath("/clients"));
  return (
    <PersonFrame person={person}>
      <ClientsPage />
    </PersonFrame>
  );
}
