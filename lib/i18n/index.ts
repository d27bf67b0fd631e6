export { isLocale, type Locale, localeOf, locales } from "./locale";
export { messagesOf, sentence } from "./messages";
