import { useTranslations } from "next-intl";

/** The store's own words, which are English and for who runs the server. */
export function TechnicalDetails({ text }: { text: string }) {
  const t = useTranslations("stores");
  return (
    <details className="mt-1 text-xs text-muted">
      <summary className="w-fit cursor-pointer py-1 pointer-coarse:py-3.5">{t("details")}</summary>
      <p lang="en" className="font-mono break-words">
        {text}
      </p>
    </details>
  );
}
