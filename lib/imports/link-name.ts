import { ArtifactName } from "@/lib/artifacts/schema";

/** What the other side calls the file: by its header (RFC 6266), else by the end of the path. */
export function linkName(url: URL, disposition: string | undefined): string {
  const candidates = [extended(disposition), quoted(disposition), decoded(lastSegment(url))];
  for (const candidate of candidates) {
    const base = candidate?.split(/[/\\]/).at(-1) ?? "";
    const name = ArtifactName.safeParse([...base].slice(0, 255).join(""));
    if (name.success) return name.data;
  }
  return url.hostname;
}

function extended(disposition = ""): string | undefined {
  const value = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  return value && decoded(value);
}

function quoted(disposition = ""): string | undefined {
  const found = /filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]+))/i.exec(disposition);
  const value = (found?.[1] ?? found?.[2])?.replaceAll(/\\(.)/g, "$1");
  if (!value) return undefined;
  // Node reads headers as Latin-1; many servers write UTF-8 into them.
  const utf8 = Buffer.from(value, "latin1").toString("utf8");
  return decoded(utf8.includes("\uFFFD") ? value : utf8);
}

function lastSegment({ pathname }: URL): string {
  return pathname.split("/").findLast((segment) => segment !== "") ?? "";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
