/**
 * Asks for one file where no field can stay on the page, as from the entry of a menu that closes.
 * Only in answer to a click or a key.
 */
export function pickFile(accept: string | undefined, onFile: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.hidden = true;
  if (accept) input.accept = accept;
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  // Safari forgets one that is not in the page.
  document.body.append(input);
  input.click();
}
