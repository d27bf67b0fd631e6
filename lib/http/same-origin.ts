import { AppError } from "@/lib/errors";
import { isOwnHost } from "@/lib/own-host";

/**
 * A cookie alone must not let another site act for a person (CSRF). Browsers say where a request
 * comes from; programs with a bearer token send neither header.
 */
export function assertSameOrigin({ headers }: Request, publicUrl: string | undefined): void {
  if (!headers.has("cookie")) return;
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  const origin = headers.get("origin");
  if (!site && !origin) return;
  if (origin && isOwnHost(origin, headers, publicUrl)) return;
  throw new AppError("forbidden", "cross-site request", { reason: "cross_site" });
}
