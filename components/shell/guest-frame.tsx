import type { ReactNode } from "react";
import { LanguageSelect } from "./language-select";
import { Logo } from "./logo";
import { ThemeSelect } from "./theme-select";

/** Around the pages for who is not signed in: one card in the middle, and the two switches. */
export function GuestFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col pt-safe pb-safe">
      <header className="flex justify-center px-safe pt-8 pb-6 text-xl sm:pt-14">
        <Logo />
      </header>
      <main className="mx-auto w-full max-w-md flex-1 px-safe">{children}</main>
      <footer className="mx-auto grid w-full max-w-md grid-cols-2 gap-3 px-safe pt-8 pb-6">
        <LanguageSelect />
        <ThemeSelect />
      </footer>
    </div>
  );
}
