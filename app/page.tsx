import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SetupNotice } from "@/components/auth/setup-notice";
import { GuestFrame } from "@/components/shell/guest-frame";
import { authenticateSession, needsSetup } from "@/lib/auth";

interface StartPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function StartPage({ searchParams }: StartPageProps) {
  const person = await authenticateSession(await headers());
  const first = person?.clients.find(({ role }) => role !== null) ?? person?.clients[0];
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
