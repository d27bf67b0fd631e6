import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { SharePage } from "@/components/share/share-page";
import { lastUsedFirst } from "@/components/shell/last-client";
import { PersonFrame } from "@/components/shell/person-frame";
import { SignInRedirect } from "@/components/shell/sign-in-redirect";
import { authenticateSession, scopesOf } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pwa.share"))("title") };
}

export default async function Page() {
  const person = await authenticateSession(await headers());
  if (!person) return <SignInRedirect />;
  const clients = person.clients.filter(({ role }) =>
    scopesOf(person.isAdmin ? "OWNER" : (role ?? "VIEWER")).has("artifacts:write"),
  );
  return (
    <PersonFrame person={person}>
      <SharePage clients={lastUsedFirst(clients, await cookies())} />
    </PersonFrame>
  );
}
