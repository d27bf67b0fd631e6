"use client";

import type { ComponentProps } from "react";
import { Button } from "./button";

interface IconButtonProps extends Omit<ComponentProps<typeof Button>, "size" | "aria-label"> {
  /** Read to who cannot see the icon, and shown as its tooltip. */
  label: string;
}

export function IconButton({ label, variant = "ghost", children, ...rest }: IconButtonProps) {
  return (
    <Button size="icon" variant={variant} aria-label={label} data-tooltip={label} {...rest}>
      {children}
    </Button>
  );
}
