import type { Locale } from "@/lib/i18n";

/** Needs nothing but itself: no script, no font, no picture from the server. */
export function offlinePage(
  locale: Locale,
  text: (key: "title" | "text" | "retry") => string,
): string {
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${text("title")} · Vitrine</title>
<style>
  body { display: grid; place-items: center; min-height: 100dvh; margin: 0; padding: 1.5rem;
    box-sizing: border-box; font: 1rem/1.5 system-ui, sans-serif; text-align: center;
    background: light-dark(#faf9f7, #131315); color: light-dark(#1d1b18, #f1f0ee); }
  h1 { margin: 1.5rem 0 .5rem; font-size: 1.25rem; }
  p { max-width: 24rem; margin: 0 0 1.5rem; color: light-dark(#625d56, #a9a7ae); }
  a { display: inline-block; padding: .75rem 1.5rem; border-radius: .5rem; font-weight: 500;
    background: light-dark(#0f766e, #2dd4bf); color: light-dark(#fff, #042f2b);
    text-decoration: none; }
  a:focus-visible { outline: 2px solid; outline-offset: 2px; }
</style>
<main>
  <svg viewBox="0 0 24 24" width="48" height="48" fill="none" stroke="currentColor"
    stroke-width="1.5" stroke-linecap="round" aria-hidden="true">
    <path d="M12 20h.01M8.5 16.43a5 5 0 0 1 7 0M5 12.86a10 10 0 0 1 5.17-2.69M19 12.86a10 10 0 0 0-2-1.52M2 8.82a15 15 0 0 1 4.18-2.64M22 8.82a15 15 0 0 0-11.29-3.76M2 2l20 20"/>
  </svg>
  <h1>${text("title")}</h1>
  <p>${text("text")}</p>
  <a href="">${text("retry")}</a>
</main>
</html>
`;
}
