import type { ReactNode } from "react";

/** Where what is being added is shown, above every page. */
export function UploadCorner({ children }: { children: ReactNode }) {
  return (
    <div className="pointer-events-none fixed inset-x-2 bottom-[calc(env(safe-area-inset-bottom)+4.5rem)] z-40 flex flex-col gap-2 *:pointer-events-auto md:inset-x-auto md:right-4 md:bottom-4 md:w-96">
      {children}
    </div>
  );
}
