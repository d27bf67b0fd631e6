import { LRUCache } from "lru-cache";
import { contentDisposition } from "../content-disposition";
import type { Driver, UploadHandle } from "../driver";
import { partRange } from "../part-plan";
import type { UrlToSign } from "../signing/url-to-sign";
import type { createLocator } from "./location";
import type { GcsOptions } from "./options";

/** V4 knows no longer life. */
const maxSeconds = 7 * 24 * 60 * 60;
const mostKept = 20_000;

/** Nothing under a key ever changes. Sent with the bytes, as Google's URLs cannot say it later. */
export const cacheControl = "public, max-age=31536000, immutable";

/** The signing half of the driver: URLs that browsers and screens use at the store itself. */
export function createGcsUrls(
  sign: (url: UrlToSign) => Promise<string>,
  { locate }: ReturnType<typeof createLocator>,
  { uploadUrlSeconds }: GcsOptions,
): Pick<Driver, "signPut" | "signParts" | "signGet"> {
  // RSA takes milliseconds, and a list has a hundred pictures; inside a window the URL is the same.
  const kept = new LRUCache<string, string, UrlToSign>({
    max: mostKept,
    fetchMethod: (_name, _stale, { context }) => sign(context),
  });

  function signUpload(upload: UploadHandle, request: Pick<UrlToSign, "query" | "headers">) {
    const left = Math.floor((upload.expiresAt.getTime() - Date.now()) / 1000);
    const expiresSeconds = Math.max(1, Math.min(left, uploadUrlSeconds, maxSeconds));
    const { origin, path } = locate(upload.key);
    const times = { signedAt: new Date(), expiresSeconds };
    return sign({ origin, path, method: "PUT", ...request, ...times });
  }

  return {
    async signPut(upload) {
      const { sizeBytes, contentType } = upload;
      const headers = {
        "cache-control": cacheControl,
        "content-type": contentType,
        "x-goog-content-length-range": `${sizeBytes},${sizeBytes}`,
        // Once used, it must not replace what may have been verified since.
        "x-goog-if-generation-match": "0",
      };
      return { method: "PUT", url: await signUpload(upload, { headers }), headers };
    },

    async signParts(upload, partNumbers) {
      return Promise.all(
        partNumbers.map(async (partNumber) => {
          const { sizeBytes } = partRange(upload, partNumber);
          const query = { partNumber: String(partNumber), uploadId: upload.storeUploadId ?? "" };
          const signed = { "content-length": String(sizeBytes) };
          const url = await signUpload(upload, { query, headers: signed });
          return { method: "PUT" as const, url, headers: {}, partNumber };
        }),
      );
    },

    async signGet(key, { contentType, disposition, fileName, signedAt, expiresAt }) {
      const seconds = Math.floor((expiresAt.getTime() - signedAt.getTime()) / 1000);
      const { origin, path } = locate(key);
      const query = {
        "response-content-type": contentType,
        "response-content-disposition": contentDisposition(disposition, fileName),
      };
      const expiresSeconds = Math.max(1, Math.min(seconds, maxSeconds));
      const url: UrlToSign = { origin, path, method: "GET", query, signedAt, expiresSeconds };
      const name = JSON.stringify([path, query, signedAt.getTime(), expiresSeconds]);
      const ttl = Math.max(1, expiresAt.getTime() - Date.now());
      return kept.forceFetch(name, { context: url, ttl });
    },
  };
}
