"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Keys } from "./keys";
import { keysOf, shortcutPlaces, shortcutsOf } from "./registry";

interface ShortcutHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** All shortcuts, by the place where they work. */
export function ShortcutHelp({ open, onOpenChange }: ShortcutHelpProps) {
  const t = useTranslations("shortcuts");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t("title")} description={t("text")} className="sm:max-w-lg!">
        <div className="flex flex-col gap-6">
          {shortcutPlaces.map((place) => (
            <section key={place} aria-labelledby={`shortcuts-${place}`}>
              <h3 id={`shortcuts-${place}`} className="pb-1 font-medium text-muted text-sm">
                {t(`places.${place}`)}
              </h3>
              <dl className="divide-y divide-line">
                {shortcutsOf(place).map((id) => (
                  <div key={id} className="flex min-h-11 items-center justify-between gap-4 py-1.5">
                    <dt className="text-sm">{t(id)}</dt>
                    <dd className="flex shrink-0 flex-wrap items-center justify-end gap-1.5 text-muted text-xs">
                      {keysOf(id).map((combination, index) => (
                        <Fragment key={combination}>
                          {index > 0 ? t("or") : null}
                          <Keys combination={combination} />
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
