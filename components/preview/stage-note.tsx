import type { ReactNode } from "react";

/** A sentence, or something small, where the picture would be. */
export function StageNote({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="m-auto flex w-full max-w-md flex-col items-center gap-4 p-6 text-center text-muted [&>svg]:size-10 [&>svg]:stroke-[1.5]">
      {icon}
      {children}
    </div>
  );
}
