/** True when it worked. On plain http there is no clipboard API, so the old way over a field beside `anchor`. */
export async function copy(text: string, anchor: HTMLElement): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Not allowed here; the old way may be.
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr-only";
  anchor.after(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  anchor.focus();
  return done;
}
