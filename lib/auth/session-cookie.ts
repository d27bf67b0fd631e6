import { decode, encode } from "next-auth/jwt";
import type { HeaderReader } from "@/lib/header-reader";
import { readCookies } from "./read-cookies";

export const sessionSeconds = 30 * 24 * 60 * 60;
// Behind TLS next-auth sets the first; the second on a plain LAN address.
const names = ["__Secure-next-auth.session-token", "next-auth.session-token"] as const;

/** What a session's cookie says: who, and which version of that person's sessions. */
export interface SessionClaims {
  userId: string;
  sessionVersion: number;
  expiresAtMs: number;
}

/** The session tokens that a request carries, the one of TLS first. */
export function sessionTokensOf(headers: HeaderReader): string[] {
  const cookies = readCookies(headers);
  return names.map((name) => joined(cookies, name)).filter((token) => token !== "");
}

// next-auth cuts what is over 4 kB into name.0, name.1, …
function joined(cookies: Map<string, string>, name: string): string {
  const whole = cookies.get(name);
  if (whole) return whole;
  let token = "";
  for (let index = 0; cookies.has(`${name}.${index}`); index++) {
    token += cookies.get(`${name}.${index}`);
  }
  return token;
}

/** Undefined when the token is altered, expired, of another secret or not one of ours. */
export async function readSessionToken(
  token: string,
  secret: string,
): Promise<SessionClaims | undefined> {
  const claims = await decode({ token, secret }).catch(() => null);
  if (typeof claims?.sub !== "string" || typeof claims.sessionVersion !== "number") return;
  if (typeof claims.exp !== "number") return;
  return {
    userId: claims.sub,
    sessionVersion: claims.sessionVersion,
    expiresAtMs: claims.exp * 1000,
  };
}

/** A `cookie` header as a signed-in browser sends it: for sessions that are not made by next-auth's page. */
export async function sessionCookie(
  secret: string,
  person: { userId: string; sessionVersion: number },
  {
    secure = false,
    maxAgeSeconds = sessionSeconds,
  }: { secure?: boolean; maxAgeSeconds?: number } = {},
): Promise<string> {
  const token = await encode({
    token: { sub: person.userId, sessionVersion: person.sessionVersion },
    secret,
    maxAge: maxAgeSeconds,
  });
  return `${secure ? names[0] : names[1]}=${token}`;
}
