import { InvitationPage } from "@/components/auth/invitation-page";
import { GuestFrame } from "@/components/shell/guest-frame";

// The link is a secret: no other site is to learn it from a click.
export const metadata = { referrer: "no-referrer", robots: { index: false } } as const;

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <GuestFrame>
      <InvitationPage token={token} />
    </GuestFrame>
  );
}
