import type { Secrets } from "@/lib/secrets";
import type { Driver, UploadHandle } from "./driver";
import { partRange } from "./part-plan";
import { signDataUrl } from "./signed-url";

/** The signing half of a driver whose bytes travel through our own data plane. */
export function servedUrls(
  secrets: Secrets,
  backendId: string,
  uploadUrlSeconds: number,
  encodings: readonly string[] = [],
): Pick<Driver, "signParts" | "signPut" | "signGet"> {
  const place = { backendId, encodings };
  const expiresFor = (upload: UploadHandle) =>
    Math.min(unixSeconds(upload.expiresAt), unixSeconds(new Date()) + uploadUrlSeconds);

  return {
    async signPut(upload) {
      const { key, sizeBytes, contentType } = upload;
      const expires = expiresFor(upload);
      const grant = { kind: "put", ...place, key, sizeBytes, contentType, expires } as const;
      return {
        method: "PUT",
        url: signDataUrl(secrets, grant),
        headers: { "content-type": contentType },
      };
    },

    async signParts(upload, partNumbers) {
      const { key, sizeBytes, partSizeBytes = sizeBytes, storeUploadId = "" } = upload;
      const expires = expiresFor(upload);
      return partNumbers.map((partNumber) => {
        partRange(upload, partNumber);
        const url = signDataUrl(secrets, {
          kind: "part",
          ...place,
          key,
          sizeBytes,
          partSizeBytes,
          storeUploadId,
          partNumber,
          expires,
        });
        return { method: "PUT", url, headers: {}, partNumber };
      });
    },

    async signGet(key, { contentType, sha256, disposition, fileName, expiresAt }) {
      const expires = unixSeconds(expiresAt);
      return signDataUrl(secrets, {
        kind: "get",
        ...place,
        key,
        contentType,
        sha256,
        disposition,
        fileName,
        expires,
      });
    },
  };
}

function unixSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
