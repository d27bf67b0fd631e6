"use client";

import { CrashState } from "@/components/errors/crash-state";

/** Within the frame, so that the way to the other pages stays. */
export default function ClientErrorPage({ retry }: { retry: () => void }) {
  return <CrashState onRetry={retry} />;
}
