"use client";

import { useEffect, useEffectEvent } from "react";
import { isApple } from "./is-apple";
import { isPressed } from "./is-pressed";
import { dialogPlaces, keysOf, placeOf, type ShortcutId } from "./registry";

interface ShortcutOptions {
  /** Switched off while there is nothing to act on. */
  enabled?: boolean;
}

/** Acts on a shortcut of the registry while this component is there; never while people type. */
export function useShortcut(
  id: ShortcutId,
  act: (event: KeyboardEvent) => void,
  { enabled = true }: ShortcutOptions = {},
): void {
  const take = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    if (!keysOf(id).some((keys) => isPressed(event, keys, isApple()))) return;
    // A button that has the focus is pressed by it.
    if (event.key === " " && event.target instanceof Element && event.target.closest(pressed))
      return;
    if (!dialogPlaces.includes(placeOf(id)) && document.querySelector(openDialog)) return;
    event.preventDefault();
    act(event);
  });

  useEffect(() => {
    if (!enabled) return;
    const listener = (event: KeyboardEvent) => take(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, [enabled]);
}

const openDialog = "[role=dialog][data-state=open], [role=alertdialog], [role=menu]";
const pressed = "button, a, summary, input, [role=menu], [role=slider]";
const fields =
  "textarea, select, [contenteditable], [role=textbox], input:not([type=checkbox], [type=radio], [type=range], [type=button])";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}
