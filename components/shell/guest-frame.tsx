import type { ReactNode } from "react";
import { LanguageSelect } from "./language-select";
import { PlainFrame } from "./plain-frame";
import { ThemeSelect } from "./theme-select";

/** Around the pages for who is not signed in: one card in the middle, and the two switches. */
export function GuestFrame({ children }: { children: ReactNode }) {
  return (
    <PlainFrame
      footer={
        <footer className="mx-auto grid w-full max-w-md grid-cols-2 gap-3 px-safe pt-8 pb-6">
          <LanguageSelect />
          <ThemeSelect />
        </footer>
      }
    >
      {children}
    </PlainFrame>
  );
}
