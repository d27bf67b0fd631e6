import { ArtifactName } from "@/lib/artifacts/schema";

/** What keeps a text from being a name, as a key of `library.rename`. */
export function nameProblem(name: string): "empty" | "tooLong" | "badCharacters" | undefined {
  if (ArtifactName.safeParse(name).success) return undefined;
  if (name.trim() === "") return "empty";
  return [...name.trim()].length > 255 ? "tooLong" : "badCharacters";
}
