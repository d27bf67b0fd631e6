import type { ProbedMedia } from "@/lib/media";
import type { ArtifactKind } from "./content-type";
import type { FailureReason } from "./schema";

/** Why these bytes are not what was announced; undefined: they are. */
export function judgeMedia(expected: ArtifactKind, media: ProbedMedia): FailureReason | undefined {
  // A sound and a film share their containers, so one that is broken may be either.
  const isBroken = media.flaw && (media.kind === "image") === (expected === "image");
  if (isBroken) return media.flaw;
  return media.kind === expected ? undefined : "type_mismatch";
}
