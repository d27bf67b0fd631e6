"use client";

import { type ComponentProps, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

interface WorkButtonProps extends Omit<ComponentProps<typeof Button>, "onClick" | "asChild"> {
  /** Other work is under way that this would disturb. */
  shut?: boolean;
  /** Whoever made the promise tells what went wrong. */
  onWork: () => Promise<unknown> | undefined;
}

/** Takes no second click however quick, and keeps the focus, which a disabled button would lose. */
export function WorkButton({ busy = false, shut, onWork, children, ...rest }: WorkButtonProps) {
  const isAtWork = useRef(false);
  async function work() {
    if (isAtWork.current || busy || shut) return;
    isAtWork.current = true;
    try {
      await onWork();
    } catch {
      // It is told by whoever made the promise.
    } finally {
      isAtWork.current = false;
    }
  }
  return (
    <Button
      {...rest}
      aria-disabled={busy || shut || undefined}
      aria-busy={busy || undefined}
      onClick={() => void work()}
    >
      {busy ? <Spinner className="size-4.5!" /> : null}
      {children}
    </Button>
  );
}
