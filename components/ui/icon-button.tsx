"use client";

import type { ComponentProps } from "react";
import { Button } from "./button";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ComponentProps<typeof Button>, "size" | "aria-label"> {
  /** Read to who cannot see the icon, and shown as its tooltip. */
  label: string;
}

export function IconButton({ label, variant = "ghost", children, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <Button size="icon" variant={variant} aria-label={label} {...rest}>
        {children}
      </Button>
    </Tooltip>
  );
}
