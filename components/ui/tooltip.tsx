import { Slot } from "radix-ui";
import type { ReactNode } from "react";

interface TooltipProps {
  content: string;
  /** One element, which has this as its name too. */
  children: ReactNode;
}

/** Names its only child on hover and focus; TooltipHost draws it. */
export function Tooltip({ content, children }: TooltipProps) {
  return <Slot.Root data-tooltip={content}>{children}</Slot.Root>;
}
