import { isImportLink } from "@/lib/imports/facts";

export const maxLinks = 50;

/** The lines of a text that are not empty, each a link or not. */
export function linksOf(text: string): { links: string[]; others: string[] } {
  const lines = [...new Set(text.split(/\s+/).filter((line) => line !== ""))];
  return { links: lines.filter(isImportLink), others: lines.filter((line) => !isImportLink(line)) };
}
