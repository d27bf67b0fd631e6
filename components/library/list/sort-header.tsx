import { ArrowDown, ArrowUp } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { ArtifactOrder } from "@/lib/artifacts/schema";

interface SortHeaderProps {
  label: string;
  className: string;
  /** For readers of screens alone. */
  hidden?: boolean;
  sort?: ArtifactOrder;
  onSort?: (order: ArtifactOrder) => void;
  /** The order that a click chooses; undefined: the column orders nothing. */
  order?: ArtifactOrder;
  /** The order of a second click. */
  reverse?: ArtifactOrder;
}

const ascending: readonly ArtifactOrder[] = ["name", "oldest"];

export function SortHeader(props: SortHeaderProps) {
  const { label, className, hidden, sort, onSort, order, reverse } = props;
  const current = sort !== undefined && (sort === order || sort === reverse);
  const direction = current && ascending.includes(sort) ? "ascending" : "descending";
  const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={current ? direction : undefined}
      className={cn(className, "font-medium")}
    >
      {order && onSort ? (
        <button
          type="button"
          className={cn(
            "inline-flex min-h-8 items-center gap-1 rounded hover:text-ink",
            current ? "text-ink" : "",
          )}
          onClick={() => onSort(sort === order && reverse ? reverse : order)}
        >
          {label}
          {current ? <Arrow aria-hidden className="size-3.5" /> : null}
        </button>
      ) : (
        <span className={hidden ? "sr-only" : ""}>{label}</span>
      )}
    </div>
  );
}
