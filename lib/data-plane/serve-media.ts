import type { IncomingMessage, ServerResponse } from "node:http";
import { findMedia, type Media, type MediaPlace, standings } from "@/lib/artifacts";
import { authenticateMedia } from "@/lib/auth";
import { findRegion } from "@/lib/clients";
import type { BaseContext, Context } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { contextOf, type Runtime } from "@/lib/runtime";
import {
  gzip,
  isServed,
  keyIdOf,
  mediaUrlExpiry,
  mediaWindowSeconds,
  signMediaUrl,
  verifyMediaUrl,
} from "@/lib/storage";
import { presentationOf } from "./presentation";
import { type Source, serveObject } from "./serve-object";

const pathPattern =
  /^\/media\/([a-z0-9][a-z0-9_-]{0,62})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{64})$/;
const daySeconds = 24 * 60 * 60;
const redirectAgeSeconds = 5 * 60;
/** Nobody is sent for long to one of several places, which may be down, or to a broken one. */
const choiceAgeSeconds = 30;

interface Link {
  clientId: string;
  artifactId: string;
  sha256: string;
}

type Disposition = "inline" | "attachment";

interface Caller {
  caller: "link" | "screen" | "person";
  siteIds: Context["siteIds"];
}

type Chosen = Media &
  MediaPlace & {
    disposition: Disposition;
    /** Which it was chosen by, if there was a choice. */
    region: string | null;
  };

/** The stable address of an artifact's bytes: says who may come, then streams or sends on. */
export async function serveMedia(
  runtime: Runtime,
  requestId: string,
  request: IncomingMessage,
  response: ServerResponse,
  isMediaHost: boolean,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  const [, clientId, artifactId, sha256] = pathPattern.exec(pathname) ?? [];
  if (!clientId || !artifactId || !sha256) throw notFound("media");
  const link = { clientId, artifactId, sha256 };
  const expires = searchParams.get("e");
  const { caller, siteIds } = await authorise(
    runtime,
    request,
    link,
    expires,
    searchParams.get("s"),
  );

  const ctx = contextOf(runtime, anonymous, requestId);
  const media = await findMedia(ctx, link);
  // Undo shows people what they threw away; screens and links have no business with it.
  if (!media || (media.trashed && caller !== "person")) throw notFound("media");
  const disposition: Disposition = searchParams.has("download") ? "attachment" : "inline";
  const hasChoice = media.places.length > 1;
  const asked = searchParams.get("region");
  const region = hasChoice ? (asked ?? (await regionOf(ctx, clientId, siteIds))) : null;
  const places = inOrder(runtime, media.places, region);
  const [first] = places;
  if (!first) throw notFound("media");
  const chosen = { ...media, ...first, disposition, region };
  const target = await elsewhere(runtime, link, chosen, isMediaHost);
  if (target !== undefined) {
    const isChangeable = hasChoice || first.standing === "broken";
    const ageSeconds = isChangeable ? choiceAgeSeconds : redirectAgeSeconds;
    response
      .writeHead(302, {
        location: target,
        "cache-control": `private, max-age=${ageSeconds}`,
        "access-control-allow-origin": "*",
        "content-length": 0,
      })
      .end();
    return;
  }
  const secondsLeft = Math.floor(Number(expires) - Date.now() / 1000);
  await serveObject(request, response, {
    ...media,
    sha256,
    disposition,
    sources: places.map((place) => sourceOf(runtime, place)),
    maxAgeSeconds: caller === "link" ? Math.max(0, secondsLeft) : daySeconds,
    crossOrigin: caller === "link",
  });
}

const anonymous = { kind: "anonymous", address: "" } as const;

async function authorise(
  { secrets }: Runtime,
  { headers }: IncomingMessage,
  link: Link,
  expires: string | null,
  signature: string | null,
): Promise<Caller> {
  if (expires !== null && signature !== null) {
    verifyMediaUrl(secrets, { ...link, expires, signature, now: new Date() });
    return { caller: "link", siteIds: undefined };
  }
  const { siteIds } = await authenticateMedia(headers, link.clientId);
  return { caller: headers.authorization ? "screen" : "person", siteIds };
}

/** What was found lost or damaged is asked only where nothing else has the bytes. */
function inOrder({ storage }: Runtime, places: readonly MediaPlace[], region: string | null) {
  return standings.flatMap((wanted) => {
    const some = places.filter(({ standing }) => standing === wanted);
    return storage.byPreference(some, region);
  });
}

/** Of whoever is confined to one site: that one's. */
async function regionOf(
  ctx: BaseContext,
  clientId: string,
  [siteId, ...others]: readonly string[] = [],
): Promise<string | null> {
  return siteId === undefined || others.length > 0 ? null : findRegion(ctx, clientId, siteId);
}

/** Where else the bytes are to be fetched from: the store itself, or the address for media. */
async function elsewhere(
  { config, secrets, storage }: Runtime,
  link: Link,
  media: Chosen,
  isMediaHost: boolean,
): Promise<string | undefined> {
  const driver = storage.at(media);
  const now = new Date();
  if (!isServed(driver) && !driver.isPrivate) {
    const expires = mediaUrlExpiry(now);
    const shown = presentationOf(media);
    return driver.signGet(media.key, {
      ...{ ...shown, fileName: media.fileName, sha256: link.sha256 },
      signedAt: new Date((expires - 2 * mediaWindowSeconds) * 1000),
      expiresAt: new Date(expires * 1000),
    });
  }
  if (!config.MEDIA_URL || isMediaHost || media.trashed) return undefined;
  const url = new URL(signMediaUrl(secrets, { ...link, now }), config.MEDIA_URL);
  if (media.disposition === "attachment") url.searchParams.set("download", "1");
  if (media.region !== null) url.searchParams.set("region", media.region);
  return url.href;
}

/** Where the bytes are read, and where they are as gzip already, for whoever takes that. */
function sourceOf({ storage }: Runtime, { key, storedSizeBytes, ...place }: MediaPlace): Source {
  const source = { driver: storage.at(place), key };
  // Encrypted after it was compressed: how long the stream is nobody knows beforehand.
  if (!place.encodings.includes(gzip) || keyIdOf(place.encodings)) return source;
  const encodings = place.encodings.filter((name) => name !== gzip);
  const driver = storage.at({ ...place, encodings });
  return { ...source, gzip: { driver, key, sizeBytes: storedSizeBytes } };
}
