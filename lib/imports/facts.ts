/** A link to a file: http or https, without a name and a password in it. */
export function isImportLink(text: string): boolean {
  if (text.length > 4000 || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && password === "";
}
