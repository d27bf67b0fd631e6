import type { Storage } from "@google-cloud/storage";
import { type UrlToSign, urlToSign } from "../signing/url-to-sign";
import type { StoreClock } from "./store-clock";

/**
 * V4 signatures of Google Cloud Storage in the query
 * (https://cloud.google.com/storage/docs/access-control/signed-urls), by the service account's key,
 * or by Google where the machine has none of its own. The library signs only what it has verbs for.
 */
export function createUrlSigner(
  { authClient }: Storage,
  { of: byStore }: Pick<StoreClock, "of">,
): (url: UrlToSign) => Promise<string> {
  return async (asked) => {
    const url = { ...asked, signedAt: byStore(asked.signedAt) };
    const { client_email: accessId } = await authClient.getCredentials();
    if (!accessId) throw new Error("the Google credentials name no service account to sign as");
    const scheme = { prefix: "X-Goog", algorithm: "GOOG4-RSA-SHA256", accessId };
    const { url: unsigned, text } = urlToSign(url, {
      ...scheme,
      scope: "auto/storage/goog4_request",
    });
    const signature = await authClient.sign(text);
    return unsigned + Buffer.from(signature, "base64").toString("hex");
  };
}
