/** The sign of app/icon.svg in the theme's own colours. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5 font-semibold tracking-tight">
      <svg viewBox="0 0 64 64" className="size-7 shrink-0" aria-hidden focusable="false">
        <rect width="64" height="64" rx="15" className="fill-accent" />
        <path
          d="M14 19a5 5 0 0 1 5-5h26a5 5 0 0 1 5 5v22a5 5 0 0 1-5 5H19a5 5 0 0 1-5-5z"
          className="fill-accent-ink"
        />
        <path
          d="M27.5 23.3v13.4a1.5 1.5 0 0 0 2.3 1.3l10.3-6.7a1.5 1.5 0 0 0 0-2.6l-10.3-6.7a1.5 1.5 0 0 0-2.3 1.3z"
          className="fill-accent"
        />
        <path d="M22 52.5h20" strokeWidth="4" strokeLinecap="round" className="stroke-accent-ink" />
      </svg>
      <span>Vitrine</span>
    </span>
  );
}
