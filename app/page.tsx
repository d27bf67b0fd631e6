import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { SetupNotice } from "@/components/auth/setup-notice";
import { GuestFrame } from "@/components/shell/guest-frame";
import { lastUsedFirst } from "@/components/shell/last-client";
import { authenticateSession, needsSetup } from "@/lib/auth";

interface StartPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function StartPage({ searchParams }: StartPageProps) {
  const person = await authenticateSession(await headers());
  const clients = lastUsedFirst(person?.clients ?? [], await cookies());
  const first = clients.find(({ role }) => role !== null) ?? clients[0];
  if (person) redirect(first ? `/c/${first.id}/library` : "/clients");
  if (!(await needsSetup())) redirect("/sign-in");
  const { token } = await searchParams;
  if (typeof token === "string") redirect(`/setup?token=${encodeURIComponent(token)}`);
  return (
    <GuestFrame>
      <SetupNotice />
    </GuestFrame>
  );
}
