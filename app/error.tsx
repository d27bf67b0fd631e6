"use client";

import { CrashState } from "@/components/errors/crash-state";
import { GuestFrame } from "@/components/shell/guest-frame";

export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <GuestFrame>
      <CrashState onRetry={retry} />
    </GuestFrame>
  );
}
