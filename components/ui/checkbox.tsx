"use client";

import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldProps } from "./field-context";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "checked" | "onChange"> {
  checked: boolean | "indeterminate";
  onCheckedChange?: (checked: boolean) => void;
}

/** The browser's own under a drawn box; it reaches beyond the box, so that fingers find it. */
export function Checkbox({ checked, onCheckedChange, className, ...rest }: CheckboxProps) {
  const isMixed = checked === "indeterminate";
  const Mark = isMixed ? Minus : Check;
  return (
    <span className={cn("relative grid size-5 shrink-0", className)}>
      <input
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = isMixed;
        }}
        checked={checked === true}
        onChange={({ target }) => onCheckedChange?.(target.checked)}
        className="peer absolute -top-3 -left-3 m-0 size-[calc(100%+1.5rem)] appearance-none outline-none disabled:cursor-default"
        {...useFieldProps()}
        {...rest}
      />
      <span
        aria-hidden
        className="pointer-events-none grid place-items-center rounded-md border border-field bg-surface text-accent-ink transition-colors peer-checked:border-accent peer-checked:bg-accent peer-indeterminate:border-accent peer-indeterminate:bg-accent peer-hover:border-accent peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2 peer-disabled:opacity-50 [&_svg]:hidden peer-checked:[&_svg]:block peer-indeterminate:[&_svg]:block"
      >
        <Mark className="size-4" />
      </span>
    </span>
  );
}
