"use client";

import { useEffect } from "react";
import { IdleView } from "./idle-view";

const reloadAfterMs = 10_000;

/** Nobody stands at the screen to press "reload". */
export function PlayerError() {
  useEffect(() => {
    const timer = setInterval(async () => {
      // A reload without a server would end on the browser's own error page.
      const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(
        () => undefined,
      );
      if (answer?.ok) location.reload();
    }, reloadAfterMs);
    return () => clearInterval(timer);
  }, []);

  return (
    <main data-theme="dark" data-player="error" className="fixed inset-0 bg-black text-ink">
      <IdleView view="trouble" connected />
    </main>
  );
}
