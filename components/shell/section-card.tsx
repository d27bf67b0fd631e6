import { type ReactNode, useId } from "react";
import { Card } from "@/components/ui/card";

interface SectionCardProps {
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** One subject of a page of settings. */
export function SectionCard({ title, text, actions, children }: SectionCardProps) {
  const id = useId();
  return (
    <Card role="group" aria-labelledby={id} className="p-5 sm:p-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {text ? <p className="mt-1 text-sm text-muted">{text}</p> : null}
        </div>
        {actions}
      </div>
      {children ? <div className="mt-4">{children}</div> : null}
    </Card>
  );
}
