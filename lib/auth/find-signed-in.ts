import type { HeaderReader } from "@/lib/header-reader";
import { runtime } from "@/lib/runtime";
import { findStanding, type Standing } from "./find-standing";
import { readSessionToken, sessionTokensOf } from "./session-cookie";

/** The person behind a session's cookie, as of now; undefined when the request carries no valid session. */
export async function findSignedIn(headers: HeaderReader): Promise<Standing | undefined> {
  const { sessions, secrets } = runtime();
  for (const token of sessionTokensOf(headers)) {
    const claims = await sessions.claims(token, () => readSessionToken(token, secrets.session));
    const standing = claims && (await standingOf(claims.userId, claims.sessionVersion));
    if (standing) return standing;
  }
  return;
}

/** The person, if that version of the sessions is still the valid one. */
export async function standingOf(
  userId: string,
  sessionVersion: number,
): Promise<Standing | undefined> {
  const { sessions, pool } = runtime();
  const find = () => sessions.standing(userId, () => findStanding(pool, userId));
  let standing = await find();
  if (standing && standing.sessionVersion < sessionVersion) {
    // A session newer than what is remembered: the notice of the change is still on its way.
    sessions.forget(userId);
    standing = await find();
  }
  return standing?.sessionVersion === sessionVersion ? standing : undefined;
}
