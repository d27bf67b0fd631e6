import type { ReactNode } from "react";
import { Slot } from "./slot";

interface TooltipProps {
  content: string;
  /** One element, which has this as its name too. */
  children: ReactNode;
}

/** Names its only child on hover and focus; TooltipHost draws it. */
export function Tooltip({ content, children }: TooltipProps) {
  return <Slot data-tooltip={content}>{children}</Slot>;
}
