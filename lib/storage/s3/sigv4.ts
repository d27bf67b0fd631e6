import { createHmac } from "node:crypto";
import { type UrlToSign, urlToSign } from "../signing/url-to-sign";

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  /** Nothing signed with them is good beyond. */
  expiration?: Date | undefined;
}

const algorithm = "AWS4-HMAC-SHA256";
const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

/**
 * Signature Version 4 in the query, for one region of S3
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html). The SDK signs
 * some thousand URLs a second, which a list of a hundred pictures would feel; the day's key is
 * kept here, and that is nearly all of the work.
 */
export function createUrlSigner(region: string): (url: UrlToSign, by: Credentials) => string {
  let kept: { of: string; key: Buffer } | undefined;

  function keyOf(day: string, secret: string): Buffer {
    const of = `${day} ${secret}`;
    if (kept?.of !== of) {
      const ofService = hmac(hmac(hmac(`AWS4${secret}`, day), region), "s3");
      kept = { of, key: hmac(ofService, "aws4_request") };
    }
    return kept.key;
  }

  return (url, { accessKeyId, secretAccessKey, sessionToken }) => {
    const scheme = { prefix: "X-Amz", algorithm, scope: `${region}/s3/aws4_request` };
    const signed = urlToSign(url, { ...scheme, accessId: accessKeyId, sessionToken });
    return signed.url + hmac(keyOf(signed.day, secretAccessKey), signed.text).toString("hex");
  };
}
