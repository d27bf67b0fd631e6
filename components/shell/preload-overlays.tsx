"use client";

import { loadDialog } from "@/components/ui/dialog";
import { loadDropdownMenu } from "@/components/ui/dropdown-menu";
import { loadPopover } from "@/components/ui/popover";
import { useLeisure } from "@/components/ui/use-leisure";

/** So that menus and dialogs open at once, offline too. */
export function PreloadOverlays() {
  useLeisure(loadDropdownMenu, loadDialog, loadPopover);
  return null;
}
