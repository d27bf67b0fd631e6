import type { Storage } from "@google-cloud/storage";
import { AppError } from "@/lib/errors";
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
    if (!accessId) throw noAccount();
    const scheme = { prefix: "X-Goog", algorithm: "GOOG4-RSA-SHA256", accessId };
    const { url: unsigned, text } = urlToSign(url, {
      ...scheme,
      scope: "auto/storage/goog4_request",
    });
    const signature = await authClient.sign(text);
    return unsigned + Buffer.from(signature, "base64").toString("hex");
  };
}

/** A person's own credentials, as `gcloud auth application-default login` leaves them. */
function noAccount(): AppError {
  return new AppError(
    "unavailable",
    "The Google credentials are no service account's, and only one can sign URLs: " +
      "set GOOGLE_APPLICATION_CREDENTIALS to a service account's key file",
    { reason: "store_refused" },
  );
}
