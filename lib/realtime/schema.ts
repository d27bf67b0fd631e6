import { z } from "zod";
import { changeKinds } from "./facts";

/**
 * What has changed, as Postgres carries it to every process: ids, never rows (8,000 bytes at
 * most). Whoever hears it reads anew over HTTP.
 */
export const Change = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("artifacts"), clientId: z.string(), ids: z.array(z.string()) }),
  z.object({ kind: z.literal("screens"), clientId: z.string(), ids: z.array(z.string()) }),
  /** Members, invitations, sites or the client's own name. */
  z.object({ kind: z.literal("people"), clientId: z.string() }),
  /** Saved views of the library. */
  z.object({ kind: z.literal("views"), clientId: z.string() }),
  /** Collections or tags; what is in them are artifacts. */
  z.object({ kind: z.literal("collections"), clientId: z.string() }),
  /** Sessions of this person must be looked up anew: signed out, role or password changed. */
  z.object({ kind: z.literal("sessions"), userId: z.string() }),
  z.object({ kind: z.literal("pairing"), id: z.string() }),
  /** The screen was unpaired: its socket is to be closed. */
  z.object({ kind: z.literal("screen-removed"), clientId: z.string(), id: z.string() }),
]);
export type Change = z.infer<typeof Change>;

/** Browser to server. The first message is a hello, within five seconds. */
export const ClientMessage = z.discriminatedUnion("type", [
  /** The person is known by the session cookie of the upgrade request. */
  z.object({ type: z.literal("hello"), as: z.literal("dashboard"), clientId: z.string().max(64) }),
  z.object({ type: z.literal("hello-screen"), token: z.string().max(200) }),
  z.object({ type: z.literal("hello-pairing"), id: z.uuid(), secret: z.string().max(200) }),
  /** A screen's receipt: what it has and shows. */
  z.object({
    type: z.literal("receipt"),
    revision: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .nullable(),
    playingArtifactId: z.uuid().nullable(),
    /** Postgres holds no NUL, nor half a surrogate pair: one such line would spoil its whole batch. */
    problem: z
      .string()
      .max(200)
      .transform((text) => text.toWellFormed().replaceAll("\0", ""))
      .nullable(),
  }),
  z.object({ type: z.literal("ping") }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

/**
 * To dashboards: for how long, in milliseconds up to now, nothing of each kind has changed as far
 * as this server heard. Whoever has read since then has missed nothing.
 */
const QuietForMs = z.record(z.enum(changeKinds), z.number());
export type QuietForMs = z.infer<typeof QuietForMs>;

/** Server to browser. */
export const ServerMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("welcome"), quietForMs: QuietForMs.optional() }),
  z.object({ type: z.literal("pong") }),
  /** To dashboards: re-read what these concern; no ids: all of that kind. */
  z.object({
    type: z.literal("changed"),
    kind: z.enum(changeKinds),
    ids: z.array(z.string()),
  }),
  /** To a screen: the revision that it should play. A hint: it then asks for the manifest. */
  z.object({ type: z.literal("revision"), revision: z.string() }),
  /** To a screen that shows a code: it was claimed; its secret is now its token. */
  z.object({ type: z.literal("paired") }),
  /** Then the server closes: not signed in, unknown token, unpaired. */
  z.object({
    type: z.literal("denied"),
    code: z.enum(["unauthenticated", "forbidden", "not_found"]),
  }),
]);
export type ServerMessage = z.infer<typeof ServerMessage>;

/** Why the server closed a socket, beside the codes of RFC 6455 (1001 shutdown, 1009 too large). */
export const closeCode = {
  /** Busy, failing, or the reader is too slow: come again. */
  tryAgain: 1013,
  malformed: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  notFound: 4404,
  helloMissing: 4408,
  tooManyMessages: 4429,
} as const;
