export { type Locale, localeOf } from "./locale";
export { messagesOf, sentence } from "./messages";
