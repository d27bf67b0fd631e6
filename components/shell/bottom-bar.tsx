import { useTranslations } from "next-intl";
import { MoreSheet } from "./more-sheet";
import { NavLink } from "./nav-link";

const sections = ["library", "screens", "people"] as const;

export function BottomBar({ clientId }: { clientId: string }) {
  const t = useTranslations("common");
  return (
    <nav
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 border-t bg-surface pb-safe md:hidden"
    >
      <div className="flex px-1">
        {sections.map((section) => (
          <NavLink key={section} clientId={clientId} section={section} place="bottom" />
        ))}
        <MoreSheet />
      </div>
    </nav>
  );
}
