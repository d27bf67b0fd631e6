/**
 * Every shortcut of the back office. A page adds its line here and its sentence to shortcuts.json
 * of both languages, and calls `useShortcut("<place>.<name>", act)`, or listens by itself where a
 * widget has keys of its own. What `?` shows is made of this.
 *
 * Keys are those of `KeyboardEvent.key`, with `Mod+` (⌘ on Apple, Ctrl elsewhere), `Alt+` and
 * `Shift+` before them. Several keys are several ways to the same.
 */
export const shortcuts = {
  everywhere: {
    palette: ["Mod+k"],
    help: ["?"],
  },
  // The list and its search field listen by themselves.
  library: {
    search: ["/"],
    move: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
    pick: [" "],
    range: ["Shift+ArrowRight"],
    all: ["Mod+a"],
    delete: ["Delete"],
  },
  preview: {
    previous: ["ArrowLeft"],
    next: ["ArrowRight"],
    details: ["i"],
    close: ["Escape"],
  },
  player: {
    play: ["k", " "],
    back: ["j"],
    forward: ["l"],
    frameBack: [","],
    frameForward: ["."],
    slower: ["Shift+ArrowDown"],
    faster: ["Shift+ArrowUp"],
    mute: ["m"],
    loop: ["r"],
    fullScreen: ["f"],
  },
  image: {
    zoomIn: ["+", "="],
    zoomOut: ["-"],
    fit: ["0"],
    actual: ["1"],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type ShortcutPlace = keyof typeof shortcuts;

export type ShortcutId = {
  [Place in ShortcutPlace]: `${Place}.${keyof (typeof shortcuts)[Place] & string}`;
}[ShortcutPlace];

/** Places inside a dialog; the shortcuts of all others rest while one is open. */
export const dialogPlaces: readonly ShortcutPlace[] = ["preview", "player", "image"];

export const shortcutPlaces = Object.keys(shortcuts) as ShortcutPlace[];

export function shortcutsOf(place: ShortcutPlace): ShortcutId[] {
  return Object.keys(shortcuts[place]).map((name) => `${place}.${name}` as ShortcutId);
}

export function placeOf(id: ShortcutId): ShortcutPlace {
  return id.slice(0, id.indexOf(".")) as ShortcutPlace;
}

export function keysOf(id: ShortcutId): readonly string[] {
  const place: Record<string, readonly string[]> = shortcuts[placeOf(id)];
  return place[id.slice(id.indexOf(".") + 1)] ?? [];
}
