import { randomBytes } from "node:crypto";
import type { HeaderReader } from "@/lib/header-reader";
import type { Secrets } from "@/lib/secrets";
import { readCookies } from "./read-cookies";

const name = "vitrine-device";
const maxAgeSeconds = 365 * 24 * 60 * 60;

/**
 * A browser in which this person has signed in before gets an allowance of its own, so that
 * strangers who guess cannot lock the person out.
 * https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export function knownDevice(
  headers: HeaderReader,
  secrets: Secrets,
  email: string,
): string | undefined {
  const [device, mac] = readCookies(headers).get(name)?.split(".") ?? [];
  if (!device || !mac) return;
  return secrets.verify("device", `${device} ${email}`, mac) ? device : undefined;
}

/** The `set-cookie` header that makes a browser known. */
export function deviceCookie(secrets: Secrets, email: string, secure: boolean): string {
  const device = randomBytes(16).toString("base64url");
  const value = `${device}.${secrets.sign("device", `${device} ${email}`)}`;
  const attributes = `Path=/api/auth; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax`;
  return `${name}=${value}; ${attributes}${secure ? "; Secure" : ""}`;
}
