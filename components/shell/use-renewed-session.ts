import { useEffect } from "react";
import { renewSession } from "@/lib/sdk";

const everyMs = 12 * 60 * 60 * 1000;

/** A session lasts thirty days from when it was last used; a page may stay open for longer. */
export function useRenewedSession(): void {
  useEffect(() => {
    void renewSession();
    const timer = setInterval(() => void renewSession(), everyMs);
    return () => clearInterval(timer);
  }, []);
}
