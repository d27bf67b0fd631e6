"use client";

import { Check } from "lucide-react";
import type { ReactNode } from "react";

interface ViewLinkProps {
  /** An element: `<Library />` */
  icon: ReactNode;
  isCurrent: boolean;
  onShow: () => void;
  children: ReactNode;
}

export function ViewLink({ icon, isCurrent, onShow, children }: ViewLinkProps) {
  return (
    <button
      type="button"
      aria-current={isCurrent ? "true" : undefined}
      className="flex min-h-9 w-full min-w-0 items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-left text-sm hover:bg-raised aria-current:text-accent pointer-coarse:min-h-11 [&_svg]:size-4.5 [&_svg]:shrink-0"
      onClick={onShow}
    >
      <span aria-hidden className={isCurrent ? "text-accent" : "text-muted"}>
        {icon}
      </span>
      <span className="min-w-0 flex-1 break-words">{children}</span>
      {isCurrent ? <Check aria-hidden /> : null}
    </button>
  );
}
