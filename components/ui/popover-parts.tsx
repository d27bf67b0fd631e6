"use client";

import { Popover as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import type { OverlayRootProps } from "./late-overlay";

export const Trigger = Radix.Trigger;

export function Root({ byKey: _, ...rest }: OverlayRootProps) {
  return <Radix.Root {...rest} />;
}

export function Content({
  className,
  sideOffset = 6,
  ...rest
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={sideOffset}
        collisionPadding={8}
        className={cn(
          "z-50 max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] animate-pop-in overflow-y-auto rounded-2xl border bg-surface p-4 shadow-lg outline-none",
          className,
        )}
        {...rest}
      />
    </Radix.Portal>
  );
}
