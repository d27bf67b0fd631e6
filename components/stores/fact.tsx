import type { ReactNode } from "react";

/** A number and what it is. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="mt-0.5 text-sm break-words tabular-nums">{children}</dd>
    </div>
  );
}
