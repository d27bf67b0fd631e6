"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { useId, useState } from "react";
import { usePerson } from "@/components/shell/session";
import { Keys } from "@/components/shortcuts/keys";
import { cn } from "@/components/ui/cn";
import { overlayStyle } from "@/components/ui/panel-style";
import { Spinner } from "@/components/ui/spinner";
import { useReturnFocus } from "@/components/ui/use-return-focus";
import { arrange } from "./arrange";
import type { Command } from "./command";
import { PaletteRow } from "./palette-row";
import { recentCommands, rememberCommand } from "./recent-commands";
import { useCommands } from "./use-commands";
import { useFound } from "./use-found";

/** Everything by a few letters: pages, actions, files, screens, clients. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations("palette");
  const { userId } = usePerson();
  const [recent] = useState(() => recentCommands(userId));
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<string>();
  const { found, isSearching } = useFound(query);
  const groups = arrange(query, [...useCommands(), ...found], recent);
  const rows = groups.flatMap(({ commands }) => commands);
  const active = rows.find(({ id }) => id === chosen) ?? rows[0];
  const listId = useId();
  const idOf = (command: Command) => `${listId}-${command.id}`;
  const returnFocus = useReturnFocus();

  function choose(command: Command) {
    rememberCommand(userId, command.id);
    onClose();
    command.run();
  }

  function move(steps: number) {
    const at = active ? rows.indexOf(active) : -1;
    const next = rows.at((at + steps + rows.length) % rows.length);
    if (!next) return;
    setChosen(next.id);
    document.getElementById(idOf(next))?.scrollIntoView({ block: "nearest" });
  }

  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content
          aria-describedby={undefined}
          {...returnFocus}
          className="fixed inset-0 z-50 flex animate-fade-in flex-col bg-surface pt-safe pb-safe outline-none sm:inset-x-0 sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-h-[70dvh] sm:w-[calc(100vw-2rem)] sm:max-w-xl sm:animate-pop-in sm:rounded-2xl sm:border sm:shadow-xl"
        >
          <Radix.Title className="sr-only">{t("title")}</Radix.Title>
          <div className="flex items-center gap-3 border-b px-4">
            {isSearching ? (
              <Spinner className="text-muted" />
            ) : (
              <Search aria-hidden className="size-5 shrink-0 text-muted" />
            )}
            <input
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-activedescendant={active ? idOf(active) : undefined}
              aria-label={t("title")}
              aria-autocomplete="list"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
              maxLength={200}
              placeholder={t("placeholder")}
              value={query}
              className="min-h-14 min-w-0 flex-1 bg-transparent text-base outline-none"
              onChange={({ target }) => {
                setQuery(target.value);
                setChosen(undefined);
              }}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === "ArrowDown") move(1);
                else if (event.key === "ArrowUp") move(-1);
                else if (event.key === "Enter" && active) choose(active);
                else return;
                event.preventDefault();
              }}
            />
            <Radix.Close className="grid min-h-11 min-w-11 place-items-center rounded-lg text-muted text-sm hover:text-ink">
              <span className="pointer-coarse:hidden">
                <Keys combination="Escape" />
              </span>
              <span className="hidden pointer-coarse:inline">{t("cancel")}</span>
            </Radix.Close>
          </div>
          <div
            id={listId}
            role="listbox"
            aria-label={t("results")}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2"
          >
            {groups.map(({ group, commands }) => (
              <fieldset key={group} className="min-w-0" aria-labelledby={`${listId}-${group}`}>
                <div
                  id={`${listId}-${group}`}
                  role="presentation"
                  className="px-3 pt-3 pb-1 font-medium text-muted text-xs"
                >
                  {t(`groups.${group}`)}
                </div>
                {commands.map((command) => (
                  <PaletteRow
                    key={command.id}
                    id={idOf(command)}
                    command={command}
                    active={command === active}
                    onPoint={() => setChosen(command.id)}
                    onChoose={() => choose(command)}
                  />
                ))}
              </fieldset>
            ))}
          </div>
          <p
            role="status"
            className={cn(
              "px-5 text-muted text-sm",
              rows.length > 0 || isSearching ? "sr-only" : "py-10 text-center",
            )}
          >
            {isSearching
              ? null
              : rows.length > 0
                ? t("count", { count: rows.length })
                : t("nothing")}
          </p>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
