import { createTranslator } from "use-intl/core";
import * as en from "./en";
import type { Locale } from "./locale";
import * as zh from "./zh-CN";

const messages = { en: { ...en }, "zh-CN": { ...zh } };

/** All texts of a language, one namespace per file of its folder. */
export function messagesOf(locale: Locale): typeof messages.en {
  return messages[locale] as typeof messages.en;
}

/** A sentence outside React: problem documents, the start-up notice. An unknown key falls back to `problems.internal`. */
export function sentence(
  locale: Locale,
  key: string,
  values: Record<string, string | number> = {},
): string {
  const translate = createTranslator<Record<string, unknown>>({
    locale,
    messages: messages[locale],
    onError: () => {},
    getMessageFallback: ({ key }) =>
      key === "problems.internal" ? key : sentence(locale, "problems.internal"),
  });
  return translate(key as never, values as never);
}
