import type { Secrets } from "@/lib/secrets";
import { assertNotExpired, badSignature } from "./signed-url";

/** For people. A screen that must get through a night without the server may ask for a day. */
export const mediaWindowSeconds = 15 * 60;
export const screenMediaWindowSeconds = 24 * 60 * 60;

interface MediaLink {
  clientId: string;
  artifactId: string;
  sha256: string;
}

/**
 * A link to media that needs neither cookie nor header. It is signed at the beginning of the
 * window that `now` lies in and lives two windows, so inside a window it repeats byte for byte
 * (caches hit) and is always good for one window more.
 */
export function signMediaUrl(
  secrets: Secrets,
  {
    now,
    windowSeconds = mediaWindowSeconds,
    ...link
  }: MediaLink & { now: Date; windowSeconds?: number },
): string {
  const expires = mediaUrlExpiry(now, windowSeconds);
  const signature = secrets.sign("media-url", canonical(link, expires));
  return `${mediaPath(link)}?e=${expires}&s=${signature}`;
}

/** Unix seconds at which a link signed now ends. */
export function mediaUrlExpiry(now: Date, windowSeconds = mediaWindowSeconds): number {
  return (Math.floor(now.getTime() / 1000 / windowSeconds) + 2) * windowSeconds;
}

/** The address without a signature: for sessions and screen tokens. */
export function mediaPath({ clientId, artifactId, sha256 }: MediaLink): string {
  return `/media/${clientId}/${artifactId}/${sha256}`;
}

/** Throws `bad_signature`, then `url_expired`. */
export function verifyMediaUrl(
  secrets: Secrets,
  {
    now,
    expires,
    signature,
    ...link
  }: MediaLink & { now: Date; expires: string; signature: string },
): void {
  if (!secrets.verify("media-url", canonical(link, expires), signature)) throw badSignature();
  assertNotExpired(Number(expires), now);
}

function canonical({ clientId, artifactId, sha256 }: MediaLink, expires: number | string): string {
  return JSON.stringify([clientId, artifactId, sha256, String(expires)]);
}
