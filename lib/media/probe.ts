import type { ByteSource } from "./byte-source";
import { isCutShort } from "./container-end";
import { decodeApart } from "./decode-apart";
import type { MediaPrograms } from "./find-program";
import { probeImage } from "./probe-image";
import { probeWithFfprobe } from "./probe-with-ffprobe";
import type { MediaFacts } from "./schema";
import { sniff } from "./sniff";

export type MediaKind = "video" | "audio" | "image";
export type MediaFlaw = "truncated" | "unreadable" | "unsupported";

export interface ProbedMedia {
  /** What the bytes are; `other`: neither picture nor sound. */
  kind: MediaKind | "other";
  contentType: string | undefined;
  durationMs?: number;
  /** As shown, rotation applied; pixels. */
  width?: number;
  height?: number;
  facts: MediaFacts;
  /** Why it cannot be shown. */
  flaw?: MediaFlaw;
}

/** Reads what the file says of itself, a few ranges at a time. */
export async function probe(
  source: ByteSource,
  programs: MediaPrograms,
  signal: AbortSignal,
): Promise<ProbedMedia> {
  const sniffed = await sniff(source);
  if (sniffed?.startsWith("image/")) return probeImage(source, sniffed, signal);

  const contained = await decodeApart("container", source, signal);
  if (contained === "gave_up") return { ...fallback(sniffed), flaw: "unreadable" };
  const known = contained ?? fallback(sniffed);
  if (known.kind === "other" || known.flaw) return known;
  if (await isCutShort(source, known.contentType)) return { ...known, flaw: "truncated" };
  if (contained && known.facts.codec !== undefined) return known;
  // Containers and codecs that the built-in probe has no word for: AVI, WMV, ProRes …
  return { ...known, ...(await probeWithFfprobe(source, known, programs, signal)) };
}

function fallback(sniffed: string | undefined): ProbedMedia {
  const kind = sniffed?.startsWith("video/")
    ? "video"
    : sniffed?.startsWith("audio/")
      ? "audio"
      : "other";
  return { kind, contentType: sniffed, facts: {} };
}
