import { z } from "zod";
import { lineOfText } from "@/lib/line-of-text";
import { screenFaults } from "./facts";

/** POST /api/v1/pairings, by a screen that belongs to nobody yet. */
export const CreatedPairing = z.object({
  id: z.uuid(),
  /** Six digits, shown on the screen. */
  code: z.string().regex(/^\d{6}$/),
  /** Kept by the screen; once it is paired this is its token. */
  secret: z.string(),
  expiresAt: z.iso.datetime(),
});
export type CreatedPairing = z.infer<typeof CreatedPairing>;

/** GET /api/v1/pairings/{id}, with the secret as bearer token. */
export const PairingStatus = z.object({
  state: z.enum(["waiting", "paired", "expired"]),
  screenId: z.uuid().nullable(),
});
export type PairingStatus = z.infer<typeof PairingStatus>;

export const ScreenName = lineOfText(80);

/** POST /api/v1/screens/pair, by a manager. */
export const PairScreen = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/)),
  name: ScreenName,
  siteId: z.uuid().nullable().default(null),
});
export type PairScreen = z.input<typeof PairScreen>;

export const Screen = z.object({
  id: z.uuid(),
  name: z.string(),
  site: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  online: z.boolean(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** Revision it says it plays, and the one it should play. */
  revision: z.string().nullable(),
  desiredRevision: z.string(),
  playing: z
    .object({
      artifactId: z.uuid(),
      name: z.string(),
      posterUrl: z.string().nullable(),
      since: z.iso.datetime().nullable(),
    })
    .nullable(),
  problem: z.string().nullable(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type Screen = z.infer<typeof Screen>;

export const ScreenList = z.object({ items: z.array(Screen) });

const ShowingScreen = Screen.pick({ id: true, name: true, site: true, online: true }).extend({
  /** Now, by its own account. */
  isPlaying: z.boolean(),
});

/** GET /api/v1/artifacts/{id}/screens: where it plays. */
export const ArtifactScreens = z.object({ items: z.array(ShowingScreen) });
export type ArtifactScreens = z.infer<typeof ArtifactScreens>;

/** POST /api/v1/artifacts/usage: what deleting them would change. */
export const ArtifactUsage = z.object({
  screens: z.array(ShowingScreen),
  collections: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type ArtifactUsage = z.infer<typeof ArtifactUsage>;

export const UpdateScreen = z.object({
  name: ScreenName.optional(),
  siteId: z.uuid().nullable().optional(),
  version: z.int32(),
});
export type UpdateScreen = z.infer<typeof UpdateScreen>;

export const ManifestItem = z.object({
  artifactId: z.uuid(),
  name: z.string(),
  kind: z.enum(["video", "image"]),
  contentType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** How long it is shown: a video's own length when null. */
  durationMs: z.number().int().nullable(),
  /** Signed, relative or absolute; needs no header, so a media element can load it. */
  url: z.string(),
});
export type ManifestItem = z.infer<typeof ManifestItem>;

/** GET /api/v1/screen/manifest: the desired state of one screen. ETag names all but the URLs. */
export const Manifest = z.object({
  screen: z.object({
    id: z.uuid(),
    name: z.string(),
    /** To be asked for with each file, as `region`: where it lies in several places it comes from there. */
    region: z.string().nullable().default(null),
  }),
  /** Derived from what is to be played (ids and hashes, in order), never from the URLs. */
  revision: z.string(),
  items: z.array(ManifestItem),
  /** URLs stay valid at least until then; the screen asks anew before. */
  urlsExpireAt: z.iso.datetime(),
});
export type Manifest = z.infer<typeof Manifest>;

export const ScreenFault = z.enum(screenFaults);
export type ScreenFault = z.infer<typeof ScreenFault>;
