"use client";

import { lateOverlay } from "./late-overlay";

const popover = lateOverlay("dialog", () => import("./popover-parts"));

export const loadPopover = popover.load;
export const Popover = popover.Root;
export const PopoverTrigger = popover.Trigger;
export const PopoverContent = popover.part("Content");
