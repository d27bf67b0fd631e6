import type { LucideIcon } from "lucide-react";
import type { Findable } from "./rank";

export const commandGroups = ["recent", "pages", "actions", "files", "screens", "clients"] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** One row of the palette. */
export interface Command extends Findable {
  /** The same on every visit: what was used last is remembered by it. */
  id: string;
  group: CommandGroup;
  icon: LucideIcon;
  /** Of the registry, where there is one. */
  keys?: string | undefined;
  /** A second, quieter text. */
  hint?: string | undefined;
  run: () => void;
}
