"use client";

import { Maximize, Settings, Unplug, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { enterFullScreen } from "./full-screen";

interface PlayerMenuProps {
  isAwake: boolean;
  name: string | undefined;
  count: number;
  connected: boolean;
  onUnpair(): void;
}

/** In the corner, and only seen while someone is at the screen. */
export function PlayerMenu({ isAwake, ...rest }: PlayerMenuProps) {
  const t = useTranslations("player.menu");
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps clicks here from going full screen
    <div
      className={cn(
        "absolute top-4 right-4 z-50 flex flex-col items-end gap-2 transition-opacity",
        isAwake || isOpen ? "opacity-100" : "opacity-0 focus-within:opacity-100",
      )}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape" && isOpen) close();
      }}
    >
      <Button
        ref={opener}
        variant="secondary"
        size="icon"
        className="size-11! rounded-full!"
        aria-label={t("open")}
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        {isOpen ? <X aria-hidden /> : <Settings aria-hidden />}
      </Button>
      {isOpen ? <Panel {...rest} /> : null}
    </div>
  );
}

function Panel({ name, count, connected, onUnpair }: Omit<PlayerMenuProps, "isAwake">) {
  const t = useTranslations("player.menu");
  const [isAsking, setAsking] = useState(false);
  if (isAsking) return <UnpairQuestion onCancel={() => setAsking(false)} onConfirm={onUnpair} />;
  return (
    <div className="w-80 max-w-[85vw] rounded-2xl border bg-surface p-2">
      <div className="px-3 pt-2 pb-3">
        <h2 className="text-lg font-semibold">{name ?? t("unnamed")}</h2>
        <p className={cn("mt-0.5 text-sm", connected ? "text-success" : "text-warning")}>
          {connected ? t("connected") : t("offline")}
        </p>
        <p className="text-sm text-muted">{t("items", { count })}</p>
      </div>
      <Button
        ref={focus}
        variant="ghost"
        className="min-h-11! w-full justify-start!"
        onClick={() => void enterFullScreen()}
      >
        <Maximize aria-hidden />
        {t("fullscreen")}
      </Button>
      <Button
        variant="ghost"
        className="min-h-11! w-full justify-start! text-danger!"
        onClick={() => setAsking(true)}
      >
        <Unplug aria-hidden />
        {t("unpair")}
      </Button>
    </div>
  );
}

interface UnpairQuestionProps {
  onCancel(): void;
  onConfirm(): void;
}

function UnpairQuestion({ onCancel, onConfirm }: UnpairQuestionProps) {
  const t = useTranslations("player.menu");
  return (
    <div className="w-80 max-w-[85vw] rounded-2xl border bg-surface p-5">
      <h2 className="text-lg font-semibold">{t("unpairTitle")}</h2>
      <p className="mt-1 text-sm text-muted">{t("unpairText")}</p>
      <div className="mt-5 flex justify-end gap-2">
        <Button ref={focus} variant="outline" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button variant="danger" onClick={onConfirm}>
          {t("unpairConfirm")}
        </Button>
      </div>
    </div>
  );
}

// A remote control has no pointer: the focus goes where the keys are to work.
function focus(element: HTMLElement | null): void {
  element?.focus();
}
