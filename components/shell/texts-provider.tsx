"use client";

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale } from "next-intl";
import type { ReactNode } from "react";

interface TextsProviderProps {
  texts: AbstractIntlMessages;
  children: ReactNode;
}

/** Texts in the place of fewer; the reader's time zone stays. */
export function TextsProvider({ texts, children }: TextsProviderProps) {
  return (
    <NextIntlClientProvider locale={useLocale()} messages={texts}>
      {children}
    </NextIntlClientProvider>
  );
}
