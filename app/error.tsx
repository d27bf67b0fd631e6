"use client";

import { CrashPage } from "@/components/errors/crash-page";

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <CrashPage onRetry={retry} />;
}
