const apple: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧", Escape: "esc" };
const others: Record<string, string> = { Mod: "Ctrl", Alt: "Alt", Shift: "Shift", Escape: "Esc" };
const both: Record<string, string> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Enter: "↵",
  Delete: "Del",
  Backspace: "⌫",
  " ": "␣",
};

/** What is printed on the keys of `combination`, one after the other. */
export function keyNames(combination: string, isApple: boolean): string[] {
  const own = isApple ? apple : others;
  const keys = combination === "+" ? ["+"] : combination.split("+");
  return keys.map((key) => own[key] ?? both[key] ?? key.toUpperCase());
}
