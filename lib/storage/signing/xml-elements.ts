/** The content of the first element of this name, as it stands; "" when there is none. */
export function xmlElement(text: string, name: string): string {
  return xmlElements(text, name)[0] ?? "";
}

/** For answers of stores, whose elements of a name never lie in one another. */
export function xmlElements(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, "g"))].map(
    ([, content = ""]) => content,
  );
}
