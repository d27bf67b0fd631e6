import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Stands where content will be. Decoration: say `aria-busy` on the region around it. */
export function Skeleton({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div aria-hidden className={cn("animate-pulse rounded-lg bg-raised", className)} {...rest} />
  );
}
