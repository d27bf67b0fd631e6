"use client";

import { useEffect } from "react";
import { isPending } from "@/lib/sdk";
import { allQueues } from "./upload-queues";

/** The browser asks before a tab is closed whose uploads would not go on by themselves. */
export function useLeaveWarning(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const items = allQueues().flatMap((queue) => queue.getSnapshot().items);
      if (items.some((item) => isPending(item) && !item.kept)) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);
}
