import { type ReactNode, useId } from "react";

/** A part of the panel under a heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t pt-4">
      <h4 id={id} className="pb-2 font-medium text-sm">
        {title}
      </h4>
      {children}
    </section>
  );
}
