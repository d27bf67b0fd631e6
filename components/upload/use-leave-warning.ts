"use client";

import { useEffect } from "react";
import { isPending, type UploadQueue } from "@/lib/sdk";

/** The browser asks before a tab with uploads under way is closed. */
export function useLeaveWarning(queue: UploadQueue): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (queue.getSnapshot().items.some(isPending)) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [queue]);
}
