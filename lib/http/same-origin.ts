import { config } from "@/lib/config";
import { AppError } from "@/lib/errors";

/**
 * A cookie alone must not let another site act for a person (CSRF). Browsers say where a request
 * comes from; programs with a bearer token send neither header.
 */
export function assertSameOrigin(request: Request): void {
  if (!request.headers.has("cookie")) return;
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  const origin = request.headers.get("origin");
  if (!site && !origin) return;
  if (origin && hostsOf(request).has(hostOf(origin))) return;
  throw new AppError("forbidden", "cross-site request", { reason: "cross_site" });
}

function hostsOf(request: Request): Set<string> {
  const hosts = [request.headers.get("host"), request.headers.get("x-forwarded-host")];
  const publicUrl = config().PUBLIC_URL;
  if (publicUrl) hosts.push(hostOf(publicUrl));
  return new Set(hosts.filter((host) => host !== null));
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return "";
  }
}
