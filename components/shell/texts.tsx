import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { messagesOf } from "@/lib/i18n";
import { TextsProvider } from "./texts-provider";

/** All texts of the interface, for signed-in people; guests and screens are sent a few. */
export function Texts({ children }: { children: ReactNode }) {
  const { problems: _, ...texts } = messagesOf(useLocale());
  return <TextsProvider texts={texts}>{children}</TextsProvider>;
}
