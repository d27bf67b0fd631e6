"use client";

import { lateOverlay } from "./late-overlay";

const menu = lateOverlay("menu", () => import("./dropdown-menu-parts"));

export const loadDropdownMenu = menu.load;
export const DropdownMenu = menu.Root;
export const DropdownMenuTrigger = menu.Trigger;
export const DropdownMenuContent = menu.part("Content");
export const DropdownMenuItem = menu.part("Item");
export const DropdownMenuRadioGroup = menu.part("RadioGroup");
export const DropdownMenuRadioItem = menu.part("RadioItem");
export const DropdownMenuLabel = menu.part("Label");
export const DropdownMenuSeparator = menu.part("Separator");
