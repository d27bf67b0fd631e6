"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { type LibraryView, queryOf, viewOf } from "@/components/library/find/library-view";
import { useClient } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { lateComponent } from "@/components/ui/late-component";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { SavedView } from "@/lib/saved-views/schema";
import { keptQuery, shownQuery } from "./kept-query";
import { savedViewList } from "./saved-view-list";

// Nothing of them before somebody opens the list, or saves or renames a view.
const ViewPanel = lateComponent(() => import("./view-panel").then(({ ViewPanel }) => ViewPanel));
const ViewDialog = lateComponent(() =>
  import("./view-dialog").then(({ ViewDialog }) => ViewDialog),
);

/** Searches that were kept under a name: one's own, and those that are shared. */
export function SavedViews({ shown }: { shown: LibraryView }) {
  const t = useTranslations("views");
  const { client } = useClient();
  const views = useQuery(savedViewList(client.id));
  const [open, setOpen] = useState(false);
  const [editing, setEditing] = useState<SavedView | "new">();
  const afterwards = useRef<() => void>(undefined);

  const now = new Date();
  const query = queryOf(shown);
  const current = views.data?.find((view) => {
    const { filter, sort } = viewOf(shownQuery(view.query, now));
    return queryOf({ filter, sort: sort ?? shown.sort }) === query;
  });
  /** A dialog gives the focus back to what had it when it opened: the button, not what is gone. */
  const close = (then?: () => void) => {
    afterwards.current = then;
    setOpen(false);
  };

  return (
    <>
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button
            variant="outline"
            aria-label={current ? t("showing", { name: current.name }) : t("title")}
            className={cn(
              "max-lg:px-3",
              current ? "border-accent! bg-accent-soft! text-accent!" : "",
            )}
          >
            <Bookmark aria-hidden />
            <span className="max-lg:hidden">{t("title")}</span>
          </Button>
        </PopoverTrigger>
        <PopoverContent
          align="end"
          aria-label={t("title")}
          className="w-80 p-2!"
          onCloseAutoFocus={() => {
            const then = afterwards.current;
            afterwards.current = undefined;
            if (then) queueMicrotask(then);
          }}
        >
          <ViewPanel
            views={views}
            shown={shown}
            query={keptQuery(query, now)}
            current={current}
            onEdit={(view) => close(() => setEditing(view))}
            onClose={close}
          />
        </PopoverContent>
      </Popover>
      {editing ? (
        <ViewDialog
          view={editing === "new" ? undefined : editing}
          query={keptQuery(query, now)}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </>
  );
}
