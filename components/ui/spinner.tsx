import { LoaderCircle } from "lucide-react";
import { cn } from "./cn";

interface SpinnerProps {
  /** What is being waited for; without it the spinner is decoration beside a text. */
  label?: string;
  className?: string;
}

export function Spinner({ label, className }: SpinnerProps) {
  return (
    <span role={label ? "status" : undefined} className="inline-flex">
      <LoaderCircle aria-hidden className={cn("size-5 animate-spin", className)} />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
