import type { Config } from "@/lib/config";
import type { HeaderReader } from "@/lib/header-reader";

/** Where the browser believes it is: what a proxy forwards, or PUBLIC_URL when that is set. */
export function requestOrigin(headers: HeaderReader, config: Config): string {
  if (config.PUBLIC_URL) return new URL(config.PUBLIC_URL).origin;
  const forwarded = (name: string) =>
    config.TRUST_PROXY !== "none" ? headers.get(name)?.split(",")[0]?.trim() : undefined;
  const protocol = forwarded("x-forwarded-proto") === "https" ? "https" : "http";
  const host = forwarded("x-forwarded-host") || headers.get("host") || "localhost";
  return `${protocol}://${host}`;
}
