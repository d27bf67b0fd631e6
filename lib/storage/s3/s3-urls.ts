import type { S3Client } from "@aws-sdk/client-s3";
import { contentDisposition } from "../content-disposition";
import type { Driver, UploadHandle } from "../driver";
import { partRange } from "../part-plan";
import type { UrlToSign } from "../signing/url-to-sign";
import type { StoreProfile } from "../store-profile";
import type { createLocator } from "./location";
import type { S3Options } from "./options";
import { type Credentials, createUrlSigner } from "./sigv4";

/** SigV4 knows no longer life. */
const maxSeconds = 7 * 24 * 60 * 60;

/** The signing half of the driver: URLs that browsers and screens use at the store itself. */
export function createS3Urls(
  client: S3Client,
  { locate }: ReturnType<typeof createLocator>,
  { conditionalPut }: StoreProfile,
  { region, uploadUrlSeconds }: S3Options,
): Pick<Driver, "signPut" | "signParts" | "signGet"> {
  const sign = createUrlSigner(region);
  /** By the store's clock: the client learns from its answers how far ours is off. */
  const byStore = (date: Date) => new Date(date.getTime() + client.config.systemClockOffset);

  async function signUpload(
    upload: UploadHandle,
    request: Pick<UrlToSign, "query" | "headers">,
    by: Credentials,
  ): Promise<string> {
    const left = Math.floor((upload.expiresAt.getTime() - Date.now()) / 1000);
    const signedAt = byStore(new Date());
    const expiresSeconds = Math.max(1, Math.min(left, uploadUrlSeconds, maxSeconds));
    return sign({ ...request, ...locate(upload.key), method: "PUT", signedAt, expiresSeconds }, by);
  }

  return {
    async signPut(upload) {
      const headers = {
        "content-type": upload.contentType,
        // Once used, it must not replace what may have been verified since.
        ...(conditionalPut ? { "if-none-match": "*" } : {}),
      };
      const signed = { ...headers, "content-length": String(upload.sizeBytes) };
      const url = await signUpload(upload, { headers: signed }, await client.config.credentials());
      return { method: "PUT", url, headers };
    },

    async signParts(upload, partNumbers) {
      const by = await client.config.credentials();
      return Promise.all(
        partNumbers.map(async (partNumber) => {
          const { sizeBytes } = partRange(upload, partNumber);
          const query = { partNumber: String(partNumber), uploadId: upload.storeUploadId ?? "" };
          const headers = { "content-length": String(sizeBytes) };
          const url = await signUpload(upload, { query, headers }, by);
          return { method: "PUT" as const, url, headers: {}, partNumber };
        }),
      );
    },

    async signGet(key, { contentType, disposition, fileName, signedAt, expiresAt }) {
      const seconds = Math.floor((expiresAt.getTime() - signedAt.getTime()) / 1000);
      const expiresSeconds = Math.max(1, Math.min(seconds, maxSeconds));
      const query = {
        "response-content-type": contentType,
        "response-content-disposition": contentDisposition(disposition, fileName),
        // Half its life, which it has at least when it is handed out.
        "response-cache-control": `private, max-age=${Math.floor(expiresSeconds / 2)}, immutable`,
      };
      const by = await client.config.credentials();
      const place = { ...locate(key), signedAt: byStore(signedAt) };
      return sign({ ...place, method: "GET", query, expiresSeconds }, by);
    },
  };
}
