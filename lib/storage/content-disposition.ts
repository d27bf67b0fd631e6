/** RFC 6266: a plain name for old programs, the true one by RFC 8187. Never a path. */
export function contentDisposition(kind: "inline" | "attachment", fileName: string): string {
  const name = bareName(fileName);
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/gu, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const maxNameCharacters = 200;

function bareName(fileName: string): string {
  const clean = fileName
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[/\\]/g, "_")
    .replace(/^\.+/, "_")
    .trim();
  const characters = [...clean];
  if (characters.length <= maxNameCharacters) return clean || "file";
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? "";
  return characters.slice(0, maxNameCharacters - extension.length).join("") + extension;
}
