import { ImportLink } from "@/lib/imports/schema";

export const maxLinks = 50;

/** The lines of a text that are not empty, each a link or not. */
export function linksOf(text: string): { links: string[]; others: string[] } {
  const lines = [...new Set(text.split(/\s+/).filter((line) => line !== ""))];
  return {
    links: lines.filter((line) => ImportLink.safeParse(line).success),
    others: lines.filter((line) => !ImportLink.safeParse(line).success),
  };
}
