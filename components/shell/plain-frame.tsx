import type { ReactNode } from "react";
import { Logo } from "./logo";

/** Around pages that say one thing. They come with every other page, so they weigh nothing. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col pt-safe pb-safe">
      <header className="flex justify-center px-safe pt-8 pb-6 text-xl sm:pt-14">
        <Logo />
      </header>
      <main className="mx-auto w-full max-w-md flex-1 px-safe">{children}</main>
    </div>
  );
}
