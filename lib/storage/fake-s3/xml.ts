/** An element with simple ones inside, and others that are made already. */
export function xml(
  name: string,
  fields: Record<string, string | number>,
  inside: readonly string[] = [],
): string {
  const texts = Object.entries(fields).map(([tag, value]) => `<${tag}>${escaped(value)}</${tag}>`);
  return `<${name}>${texts.join("")}${inside.join("")}</${name}>`;
}

/** What stands in the first element of this name. */
export function element(text: string, name: string): string {
  return elements(text, name)[0] ?? "";
}

export function elements(text: string, name: string): string[] {
  const pattern = new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, "g");
  return [...text.matchAll(pattern)].map(([, inside = ""]) => inside);
}

function escaped(value: string | number): string {
  return String(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
