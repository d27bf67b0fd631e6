import type { ReactNode } from "react";
import { cn } from "./cn";

interface EmptyStateProps {
  /** An element: `<Film />` */
  icon: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  /** h1 where the state is the whole page. */
  heading?: "h1" | "h2";
  className?: string;
}

export function EmptyState({
  icon,
  title,
  text,
  action,
  heading: Heading = "h2",
  className,
}: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      <div
        aria-hidden
        className="mb-4 grid size-14 place-items-center rounded-2xl bg-accent-soft text-accent [&_svg]:size-7"
      >
        {icon}
      </div>
      <Heading className="text-lg font-semibold text-ink">{title}</Heading>
      {text ? <p className="mt-1.5 max-w-sm text-sm text-balance text-muted">{text}</p> : null}
      {action ? <div className="mt-6 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
