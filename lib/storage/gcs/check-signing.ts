import { AppError, isAppError } from "@/lib/errors";
import type { UrlToSign } from "../signing/url-to-sign";
import { statusOf } from "./gcs-errors";

/** Signs once: an account that reads and writes need not be able to, and then nothing arrives. */
export async function checkSigning(
  sign: (url: UrlToSign) => Promise<string>,
  origin: string,
): Promise<void> {
  const times = { signedAt: new Date(), expiresSeconds: 1 };
  try {
    await sign({ origin, path: "/", method: "GET", ...times });
  } catch (error) {
    if (isAppError(error)) throw wrong(error.message);
    const status = statusOf(error);
    if (status !== 401 && status !== 403 && status !== 404) throw error;
    throw wrong(
      "Google does not sign URLs for this machine's account: give it the role Service Account " +
        "Token Creator of itself and switch the IAM Service Account Credentials API on, or set " +
        "GOOGLE_APPLICATION_CREDENTIALS to a service account's key file",
    );
  }
}

function wrong(words: string): AppError {
  return new AppError("precondition_failed", words, { reason: "store_settings" });
}
