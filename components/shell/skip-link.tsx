import { useTranslations } from "next-intl";

export const contentId = "content";

export function SkipLink() {
  const t = useTranslations("common");
  return (
    <a
      href={`#${contentId}`}
      className="fixed top-2 left-2 z-60 -translate-y-20 rounded-lg bg-accent px-4 py-2 text-sm font-medium text-accent-ink focus:translate-y-0"
    >
      {t("skipToContent")}
    </a>
  );
}
