"use client";

import { useEffect } from "react";
import { loadDialog } from "@/components/ui/dialog";
import { loadDropdownMenu } from "@/components/ui/dropdown-menu";
import { loadPopover } from "@/components/ui/popover";

const leisureMs = 3_000;

/** Fetches menus and dialogs once the page stands, so that they open at once, offline too. */
export function PreloadOverlays() {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of [loadDropdownMenu, loadDialog, loadPopover]) load().catch(() => {});
    }, leisureMs);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
