interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/** Whether what was pressed is `combination`: `Mod+k`, `?`, `Shift+ArrowLeft`. */
export function isPressed(event: Pressed, combination: string, apple: boolean): boolean {
  const [, before = "", key = ""] = /^(?:(.+)\+)?(.+)$/.exec(combination) ?? [];
  const wanted = new Set(before.split("+"));
  // A Chinese keyboard gives full-width signs: ？ is ?.
  const pressed = event.key.normalize("NFKC");
  if (pressed.toLowerCase() !== key.toLowerCase()) return false;
  const mod = apple ? event.metaKey : event.ctrlKey;
  const other = apple ? event.ctrlKey : event.metaKey;
  if (mod !== wanted.has("Mod") || other || event.altKey !== wanted.has("Alt")) return false;
  // Where `?` and `/` are differs by layout, and so whether they need Shift.
  const isSign = key.length === 1 && !/[a-z0-9 ]/i.test(key);
  return isSign || event.shiftKey === wanted.has("Shift");
}
