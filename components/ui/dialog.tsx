"use client";

import { lateOverlay } from "./late-overlay";

const dialog = lateOverlay("dialog", () => import("./dialog-parts"));

export const loadDialog = dialog.load;
export const Dialog = dialog.Root;
export const DialogTrigger = dialog.Trigger;
export const DialogClose = dialog.part("Close");
export const DialogContent = dialog.part("Content");
