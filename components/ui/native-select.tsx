"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldProps } from "./field-context";
import { controlStyle } from "./input";

/** The browser's own list: on a phone the best there is, and it weighs nothing. */
export function NativeSelect({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className="relative block min-w-0">
      <select
        className={cn(controlStyle, "appearance-none pr-9", className)}
        {...useFieldProps()}
        {...rest}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
