export { type Locale, localeOf } from "./locale";
export { sentence } from "./messages";
