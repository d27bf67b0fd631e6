"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { barItemStyle } from "./bar-item-style";
import { type Section, sectionIcons, sectionOf, sectionPath } from "./sections";

interface NavLinkProps {
  clientId: string;
  section: Section;
  /** `side`: a row of the sidebar; `bottom`: a column of the phone's bar. */
  place: "side" | "bottom";
}

const styles = {
  side: "flex min-h-10 items-center gap-3 rounded-lg px-3 py-2 text-sm font-medium pointer-coarse:min-h-11 [&_svg]:size-5",
  bottom: barItemStyle,
};

export function NavLink({ clientId, section, place }: NavLinkProps) {
  const t = useTranslations("common");
  const current = sectionOf(usePathname()) === section;
  const Icon = sectionIcons[section];
  return (
    <Link
      href={sectionPath(clientId, section)}
      aria-current={current ? "page" : undefined}
      className={cn(
        styles[place],
        current ? "text-accent!" : "text-muted hover:text-ink",
        place === "side" && (current ? "bg-accent-soft" : "hover:bg-raised"),
      )}
    >
      <Icon aria-hidden className="shrink-0" />
      <span className="max-w-full">{t(`sections.${section}`)}</span>
    </Link>
  );
}
