"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldProps } from "./field-context";
import { controlStyle } from "./input";

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea className={cn(controlStyle, "py-2", className)} {...useFieldProps()} {...rest} />
  );
}
