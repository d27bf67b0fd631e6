import type { Artifact } from "@/lib/artifacts/schema";

export type Kind = "video" | "image" | "audio" | "file";

/** What a browser can do with it. */
export function kindOf({ contentType }: Pick<Artifact, "contentType">): Kind {
  const family = contentType.split("/")[0];
  return family === "video" || family === "image" || family === "audio" ? family : "file";
}
