import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { type Locale, localeOf } from "./locale";
import { messagesOf } from "./messages";
import { timeZoneOf } from "./time-zone";

declare module "next-intl" {
  // An unknown key, or a missing value of a text, does not compile.
  interface AppConfig {
    Locale: Locale;
    Messages: ReturnType<typeof messagesOf>;
  }
}

/** Where next-intl learns the language and the time zone of a request: next.config.ts names this file. */
export default getRequestConfig(async () => {
  const locale = localeOf(await headers());
  const timeZone = timeZoneOf((await cookies()).get("tz")?.value);
  return { locale, timeZone, messages: messagesOf(locale) };
});
