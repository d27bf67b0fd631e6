import { cva } from "class-variance-authority";

/** The look of a button, for a link of a page that needs no script. */
export const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-lg text-center font-medium transition-colors select-none disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55 [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4.5",
  {
    variants: {
      variant: {
        primary: "bg-accent text-accent-ink hover:bg-accent-strong active:bg-accent-strong",
        secondary: "bg-raised text-ink hover:bg-line active:bg-line",
        outline: "border border-field/60 bg-surface text-ink hover:bg-raised active:bg-line",
        ghost: "text-ink hover:bg-raised active:bg-line",
        danger: "bg-danger text-danger-ink hover:bg-danger-strong active:bg-danger-strong",
      },
      size: {
        sm: "min-h-8 px-3 py-1 text-sm pointer-coarse:min-h-11",
        md: "min-h-10 px-4 py-1.5 text-sm pointer-coarse:min-h-11",
        lg: "min-h-12 px-6 py-2 text-base",
        icon: "size-10 pointer-coarse:size-11",
      },
    },
    defaultVariants: { variant: "primary", size: "md" },
  },
);
