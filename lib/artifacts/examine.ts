import type { Context } from "@/lib/context";
import {
  type MediaPrograms,
  objectSource,
  type Poster,
  type ProbedMedia,
  probe,
  takePoster,
} from "@/lib/media";
import { kindOf } from "./content-type";
import type { Processing } from "./find-processing";
import { judgeMedia } from "./judge-media";
import type { FailureReason } from "./schema";
import { verifyBytes } from "./verify-bytes";

interface Examination {
  failure?: FailureReason;
  /** undefined: nothing that is played or shown. */
  media?: ProbedMedia;
  poster?: Poster;
}

/** What the bytes are, and whether they are what was announced. */
export async function examine(
  ctx: Context,
  work: Processing,
  programs: MediaPrograms,
  signal: AbortSignal,
): Promise<Examination> {
  const driver = ctx.storage.at(work.place);
  if (work.sha256 === null) {
    const sha256 = await verifyBytes(driver, work.objectKey, work, signal);
    if (!sha256) return { failure: "checksum_mismatch" };
    // Kept at once: another attempt need not read twenty gigabytes again.
    await ctx.db.blob.updateMany({
      where: { clientId: ctx.clientId, id: work.blobId, state: "STAGED" },
      data: { state: "VERIFIED", sha256 },
    });
  }
  const expected = kindOf(work.type);
  if (!expected) return {};
  if (work.sizeBytes === 0) return { failure: "empty" };

  const source = objectSource(driver, work.objectKey, work.sizeBytes);
  const media = await probe(source, programs, signal);
  const failure = judgeMedia(expected, media);
  if (failure) return { failure, media };
  if (work.hasPoster) return { media };
  const poster = await takePoster(source, media, programs, signal);
  if (poster === "undecodable") return { failure: "unreadable", media };
  return poster === "none" ? { media } : { media, poster };
}
