import { getSignedUrl } from "@aws-sdk/cloudfront-signer";
import { LRUCache } from "lru-cache";
import type { Delivery } from "@/lib/config";
import type { Driver } from "../driver";
import { assertReadableKey, isOwnKey } from "../object-key";

/** RSA takes a millisecond; inside a window the URL is the same. */
const mostSigned = 10_000;

/**
 * URLs of a CDN that fetches from the bucket. Without a key to sign with, whoever knows the URL may
 * read it. A CDN answers with the object's own type and no other disposition, so what is to be
 * downloaded comes from the bucket itself.
 */
export function createCdnUrls(
  driver: Pick<Driver, "signGet">,
  { baseUrl, signing }: Extract<Delivery, { kind: "cdn" }>,
): Driver["signGet"] {
  const signed = new LRUCache<string, string>({ max: mostSigned });
  return async (key, options) => {
    if (options.disposition === "attachment") return driver.signGet(key, options);
    const url = `${baseUrl}/${pathOf(key)}`;
    if (!signing) return url;
    const name = `${options.expiresAt.getTime()} ${url}`;
    const known = signed.get(name);
    if (known !== undefined) return known;
    const made = getSignedUrl({ url, dateLessThan: options.expiresAt, ...signing });
    signed.set(name, made);
    return made;
  };
}

function pathOf(key: string): string {
  const checked = assertReadableKey(key);
  return isOwnKey(checked) ? checked : checked.split("/").map(encodeURIComponent).join("/");
}
