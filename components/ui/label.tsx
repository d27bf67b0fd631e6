import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Label({ className, ...rest }: ComponentProps<"label">) {
  // biome-ignore lint/a11y/noLabelWithoutControl: callers say which control with htmlFor
  return <label className={cn("text-sm font-medium text-ink", className)} {...rest} />;
}
