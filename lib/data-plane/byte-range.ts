import type { ByteRange } from "@/lib/storage";

/** What a GET asks for: everything, one piece, or a piece that is not there (416). */
export type Wanted = "whole" | "unsatisfiable" | ByteRange;

/**
 * RFC 9110 §14. Several ranges at once, units we do not know and malformed headers are answered
 * with the whole, which the RFC allows; so is a range whose If-Range no longer holds.
 */
export function wantedRange(
  range: string | undefined,
  ifRange: string | undefined,
  etag: string,
  sizeBytes: number,
): Wanted {
  if (range === undefined) return "whole";
  // A date never proves that bytes are the same; only a strong ETag does.
  if (ifRange !== undefined && ifRange.trim() !== etag) return "whole";
  const match = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(range.trim());
  if (!match) return "whole";
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return "whole";
  if (first === "") return suffix(Number(last), sizeBytes);
  const start = Number(first);
  const end = last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (last !== "" && Number(last) < start) return "whole";
  return start >= sizeBytes ? "unsatisfiable" : { start, end };
}

function suffix(length: number, sizeBytes: number): Wanted {
  if (length === 0) return "unsatisfiable";
  if (sizeBytes === 0) return "whole";
  return { start: Math.max(0, sizeBytes - length), end: sizeBytes - 1 };
}

/** Whether the caller's copy is still good (If-None-Match, weak comparison). */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}
