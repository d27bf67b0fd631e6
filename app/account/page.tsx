import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/components/account/account-page";
import { signInPath } from "@/components/auth/next-path";
import { PersonFrame } from "@/components/shell/person-frame";
import { authenticateSession } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.account"))("title") };
}

export default async function Page() {
  const person = await authenticateSession(await headers());
  if (!person) redirect(signInPath("/account"));
  return (
    <PersonFrame person={person}>
      <AccountPage />
    </PersonFrame>
  );
}
