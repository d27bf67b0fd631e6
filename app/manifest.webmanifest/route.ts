import { appManifest } from "@/components/pwa/app-manifest";
import { localeOf, sentence } from "@/lib/i18n";

/** Browsers ask for it without cookies, so the page's link names the language. */
export function GET({ headers, url }: Request): Response {
  const named = new URL(url).searchParams.get("locale");
  const locale = localeOf(named ? new Headers({ cookie: `locale=${named}` }) : headers);
  return Response.json(
    appManifest(locale, (key) => sentence(locale, key)),
    { headers: { "content-type": "application/manifest+json", "cache-control": "no-cache" } },
  );
}
