import { Film, type LucideIcon, MonitorPlay, Settings, Trash2, Users } from "lucide-react";
import type { Scope } from "@/lib/auth/schema";

export const sectionNames = ["library", "screens", "people", "trash", "settings"] as const;
export type Section = (typeof sectionNames)[number];

export const sectionIcons: Record<Section, LucideIcon> = {
  library: Film,
  screens: MonitorPlay,
  people: Users,
  trash: Trash2,
  settings: Settings,
};

/** The part of the back office that an address belongs to. */
export function sectionOf(pathname: string): Section | undefined {
  const name = /^\/c\/[^/]+\/([^/]+)/.exec(pathname)?.[1];
  return sectionNames.find((section) => section === name);
}

/** Where a switch to another client leads: the same section there. */
export function sectionPath(clientId: string, section: Section = "library"): string {
  return `/c/${clientId}/${section}`;
}

/** What a person may enter. */
export function sectionsFor(may: (scope: Scope) => boolean): Section[] {
  return sectionNames.filter((section) => {
    if (section === "settings") return may("screens:write");
    return section !== "trash" || may("artifacts:delete");
  });
}
