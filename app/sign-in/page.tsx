import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { safeNextPath } from "@/components/auth/next-path";
import { SignInForm } from "@/components/auth/sign-in-form";
import { GuestFrame } from "@/components/shell/guest-frame";
import { authenticateSession } from "@/lib/auth";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage(props: { searchParams: Promise<{ next?: unknown }> }) {
  const { next } = await props.searchParams;
  const path = safeNextPath(typeof next === "string" ? next : undefined);
  if (await authenticateSession(await headers())) redirect(path);
  return (
    <GuestFrame>
      <SignInForm next={path} />
    </GuestFrame>
  );
}
