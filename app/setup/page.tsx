import { redirect } from "next/navigation";
import { SetupForm } from "@/components/auth/setup-form";
import { SetupNotice } from "@/components/auth/setup-notice";
import { GuestFrame } from "@/components/shell/guest-frame";
import { needsSetup } from "@/lib/auth";
import { runtime } from "@/lib/runtime";

interface SetupPageProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { token } = await searchParams;
  if (!(await needsSetup())) redirect("/sign-in");
  const clientName = runtime().config.CLIENT_NAME ?? "";
  return (
    <GuestFrame>
      {typeof token === "string" ? (
        <SetupForm token={token} clientName={clientName} />
      ) : (
        <SetupNotice />
      )}
    </GuestFrame>
  );
}
