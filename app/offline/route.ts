import { offlinePage } from "@/components/pwa/offline-page";
import { localeOf, sentence } from "@/lib/i18n";

/** Plain HTML without a script: the service worker keeps it for when nothing else can be had. */
export function GET({ headers }: Request): Response {
  const locale = localeOf(headers);
  const html = offlinePage(locale, (key) => sentence(locale, `pwa.offline.${key}`));
  return new Response(html, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
