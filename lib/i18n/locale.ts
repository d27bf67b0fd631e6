export const locales = ["en", "zh-CN"] as const;
export type Locale = (typeof locales)[number];

export function isLocale(text: string | undefined): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The cookie that the switcher sets, else the browser's first wish that we speak, else English. */
export function localeOf(headers: { get(name: string): string | null }): Locale {
  const cookie = /(?:^|;\s*)locale=([^;]+)/.exec(headers.get("cookie") ?? "")?.[1];
  if (isLocale(cookie)) return cookie;
  return (
    wishes(headers.get("accept-language") ?? "").find((locale) => locale !== undefined) ?? "en"
  );
}

// RFC 9110 §12.5.4: `zh-TW;q=0.8, en;q=0.5`. Any Chinese gets ours.
function wishes(header: string): (Locale | undefined)[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const q = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { tag: tag.trim(), weight: q ? Number(q.trim().slice(2)) || 0 : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => (/^zh\b/.test(tag) ? "zh-CN" : /^en\b/.test(tag) ? "en" : undefined));
}
