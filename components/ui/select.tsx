"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { useFieldProps } from "./field-context";
import { controlStyle } from "./input";

interface SelectProps {
  value: string;
  onValueChange: (value: string) => void;
  /** SelectItems */
  children: ReactNode;
  placeholder?: string;
  disabled?: boolean;
  className?: string;
  /** Needed outside a Field. */
  "aria-label"?: string;
}

export function Select({
  value,
  onValueChange,
  children,
  placeholder,
  disabled,
  className,
  "aria-label": label,
}: SelectProps) {
  return (
    <Radix.Root value={value} onValueChange={onValueChange} disabled={disabled ?? false}>
      <Radix.Trigger
        {...useFieldProps()}
        aria-label={label}
        className={cn(
          controlStyle,
          "inline-flex items-center justify-between gap-2 text-left data-placeholder:text-muted",
          className,
        )}
      >
        <span className="min-w-0 truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <Radix.Icon asChild>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-60 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) max-w-[calc(100vw-1rem)] animate-pop-in overflow-hidden rounded-xl border bg-surface p-1 shadow-lg"
        >
          <Radix.Viewport>{children}</Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface SelectItemProps extends Omit<ComponentProps<typeof Radix.Item>, "children"> {
  children: ReactNode;
  /** A second line, in the list only. */
  description?: ReactNode;
}

export function SelectItem({ children, description, className, ...rest }: SelectItemProps) {
  return (
    <Radix.Item
      // Radix names an item by its first line alone; its content is the better name.
      aria-labelledby={undefined}
      className={cn(
        "relative flex min-h-9 cursor-pointer flex-col justify-center rounded-lg py-1.5 pr-3 pl-9 text-sm outline-none select-none data-disabled:opacity-50 data-highlighted:bg-raised pointer-coarse:min-h-11",
        className,
      )}
      {...rest}
    >
      <Radix.ItemIndicator className="absolute top-2.5 left-3 pointer-coarse:top-3.5">
        <Check aria-hidden className="size-4 text-accent" />
      </Radix.ItemIndicator>
      <Radix.ItemText>{children}</Radix.ItemText>
      {description ? <span className="text-xs text-muted">{description}</span> : null}
    </Radix.Item>
  );
}
