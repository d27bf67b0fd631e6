"use client";

import { CrashState } from "@/components/errors/crash-state";
import { PlainFrame } from "@/components/shell/plain-frame";

export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <PlainFrame>
      <CrashState onRetry={retry} />
    </PlainFrame>
  );
}
