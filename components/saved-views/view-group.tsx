"use client";

import { type ReactNode, useId } from "react";

export function ViewGroup({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div>
      <h3 id={id} className="px-2.5 pt-2 pb-1 font-medium text-muted text-xs">
        {label}
      </h3>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  );
}
