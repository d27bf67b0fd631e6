"use client";

import { createContext, use } from "react";

export type Opened = "palette" | "help" | "pair" | "invite";

interface CommandCenter {
  /** Opens it in place of what else of them is open. */
  open: (what: Opened | undefined) => void;
  /** Asks for files and adds them; absent on pages that belong to no client. */
  addFiles: (() => void) | undefined;
}

export const CommandCenterContext = createContext<CommandCenter | undefined>(undefined);

export function useCommandCenter(): CommandCenter {
  const center = use(CommandCenterContext);
  if (!center) throw new Error("useCommandCenter stands outside CommandCenter");
  return center;
}
