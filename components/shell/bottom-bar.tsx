"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommandCenter } from "@/components/palette/command-center-context";
import { AddSheet } from "./add-sheet";
import { barItemStyle } from "./bar-item-style";
import { MoreSheet } from "./more-sheet";
import { NavLink } from "./nav-link";
import { useClient } from "./session";

/** The phone's navigation: under the thumb, or at the side where a phone lies and has no height. */
export function BottomBar() {
  const t = useTranslations("common");
  const { client, can } = useClient();
  const { open } = useCommandCenter();
  return (
    <nav
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 border-t bg-surface pb-safe md:hidden keyboard:hidden rail:inset-y-0 rail:right-auto rail:block rail:border-t-0 rail:border-r rail:pl-[env(safe-area-inset-left)]"
    >
      <div className="flex px-1 rail:h-full rail:w-18 rail:flex-col rail:px-0 rail:py-1">
        <NavLink clientId={client.id} section="library" place="bottom" />
        <button type="button" className={barItemStyle} onClick={() => open("palette")}>
          <Search aria-hidden />
          <span className="max-w-full">{t("search")}</span>
        </button>
        {can("artifacts:write") ? <AddSheet /> : null}
        <NavLink clientId={client.id} section="screens" place="bottom" />
        <MoreSheet />
      </div>
    </nav>
  );
}
