"use client";

import { CornerDownLeft } from "lucide-react";
import { Keys } from "@/components/shortcuts/keys";
import { cn } from "@/components/ui/cn";
import type { Command } from "./command";

interface PaletteRowProps {
  id: string;
  command: Command;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** The keyboard stays in the field above and names the active row. */
export function PaletteRow({ id, command, active, onPoint, onChoose }: PaletteRowProps) {
  const { icon: Icon, label, hint, keys } = command;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onPointerMove={active ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={cn(
        "flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-3 py-2 text-sm outline-none",
        active && "bg-raised forced-colors:outline-2",
      )}
    >
      <Icon
        aria-hidden
        className={cn("size-4.5 shrink-0", active ? "text-accent" : "text-muted")}
      />
      <span className="line-clamp-2 min-w-0 flex-1">{label}</span>
      {hint ? <span className="shrink-0 text-muted text-xs">{hint}</span> : null}
      {keys ? <Keys combination={keys} /> : null}
      {active ? (
        <CornerDownLeft aria-hidden className="size-4 shrink-0 text-muted pointer-coarse:hidden" />
      ) : null}
    </div>
  );
}
