import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style";
import { cn } from "./cn";
import { Slot } from "./slot";
import { Spinner } from "./spinner";

interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonStyle> {
  /** Gives the look to the only child, a link for example. */
  asChild?: boolean;
  /** Shows that the work is under way, and takes no second click. */
  busy?: boolean;
}

export function Button({
  variant,
  size,
  asChild,
  busy = false,
  className,
  disabled,
  children,
  ...rest
}: ButtonProps) {
  const classes = cn(buttonStyle({ variant, size }), className);
  if (asChild) {
    return (
      <Slot className={classes} {...rest}>
        {children}
      </Slot>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy ? <Spinner className="size-4.5!" /> : null}
      {children}
    </button>
  );
}
