/** True when it worked. On plain http there is no clipboard API, so the old way over a marked field. */
export async function copyText(text: string, field: HTMLInputElement | null): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Not allowed here; the old way may be.
  }
  field?.select();
  return document.execCommand("copy");
}
