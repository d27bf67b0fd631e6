import type { ReactNode } from "react";
import { Logo } from "./logo";

interface PlainFrameProps {
  children: ReactNode;
  footer?: ReactNode;
}

/** Around pages of one card. Some come with every other page, so it weighs nothing by itself. */
export function PlainFrame({ children, footer }: PlainFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col pt-safe pb-safe">
      <header className="flex justify-center px-safe pt-8 pb-6 text-xl sm:pt-14">
        <Logo />
      </header>
      <main className="mx-auto w-full max-w-md flex-1 px-safe">{children}</main>
      {footer}
    </div>
  );
}
