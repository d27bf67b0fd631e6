"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldProps } from "./field-context";

/** 16 px on touch screens: iOS zooms into anything smaller. */
export const controlStyle =
  "min-h-10 w-full min-w-0 rounded-lg border border-field bg-surface px-3 text-base text-ink transition-colors hover:border-ink/60 focus-visible:border-accent disabled:opacity-60 aria-invalid:border-danger md:pointer-fine:text-sm pointer-coarse:min-h-11";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(controlStyle, className)} {...useFieldProps()} {...rest} />;
}
