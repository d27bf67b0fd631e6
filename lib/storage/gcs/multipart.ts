import { setTimeout as sleep } from "node:timers/promises";
import type { BegunUpload } from "../driver";
import type { UrlToSign } from "../signing/url-to-sign";
import { xmlElement, xmlElements } from "../signing/xml-elements";
import { answerError, statusOf } from "./gcs-errors";
import type { createLocator } from "./location";
import type { StoreClock } from "./store-clock";

interface Arrived {
  partNumber: number;
  sizeBytes: number;
  etag: string;
}

type Target = { key: string; storeUploadId: string | undefined };

const ownUrlSeconds = 300;
const attempts = 3;
const pauseMs = 200;

/**
 * Uploads in parts by the XML interface, which the library has no open words for
 * (https://cloud.google.com/storage/docs/multipart-uploads). This server uses URLs that it signs
 * itself, as browsers use those for the parts.
 */
export function createMultipart(
  sign: (url: UrlToSign) => Promise<string>,
  { locate, locateBucket }: ReturnType<typeof createLocator>,
  clock: StoreClock,
  timeoutSeconds: number,
) {
  async function ask(
    method: "GET" | "POST" | "DELETE",
    place: Pick<UrlToSign, "origin" | "path">,
    query: Record<string, string>,
    { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<string> {
    for (let attempt = 1; ; attempt += 1) {
      const url = await sign({
        ...place,
        method,
        query,
        headers,
        signedAt: new Date(),
        expiresSeconds: ownUrlSeconds,
      });
      const signal = AbortSignal.timeout(timeoutSeconds * 1000);
      const request = { method, headers, signal, ...(body ? { body } : {}) };
      try {
        const answer = await fetch(url, request);
        clock.learn(answer.headers.get("date"));
        const text = await answer.text();
        if (answer.ok) return text;
        throw answerError(answer.status, text);
      } catch (error) {
        const status = statusOf(error);
        const mayPass = status === undefined || status === 429 || status >= 500;
        if (attempt === attempts || !mayPass) throw error;
        await sleep(pauseMs * attempt);
      }
    }
  }

  return {
    async open(key: string, headers: Record<string, string>): Promise<string> {
      return xmlElement(await ask("POST", locate(key), { uploads: "" }, { headers }), "UploadId");
    },

    /** undefined: finished, aborted, or never there. */
    async list({ key, storeUploadId = "" }: Target): Promise<Arrived[] | undefined> {
      const parts: Arrived[] = [];
      for (let after = "0"; ; ) {
        const query = { uploadId: storeUploadId, "part-number-marker": after };
        let page: string;
        try {
          page = await ask("GET", locate(key), query);
        } catch (error) {
          if (statusOf(error) === 404) return undefined;
          throw error;
        }
        for (const part of xmlElements(page, "Part")) {
          parts.push({
            partNumber: Number(xmlElement(part, "PartNumber")),
            sizeBytes: Number(xmlElement(part, "Size")),
            etag: xmlElement(part, "ETag"),
          });
        }
        if (xmlElement(page, "IsTruncated") !== "true") return parts;
        after = xmlElement(page, "NextPartNumberMarker");
      }
    },

    /** Of a client: those that were neither finished nor aborted. */
    async *begun(clientId: string): AsyncGenerator<BegunUpload> {
      for (let place: Record<string, string> | undefined = {}; place; ) {
        const query = { uploads: "", prefix: `${clientId}/`, ...place };
        const page = await ask("GET", locateBucket(clientId), query);
        for (const upload of xmlElements(page, "Upload")) {
          yield {
            key: xmlElement(upload, "Key"),
            storeUploadId: xmlElement(upload, "UploadId"),
            openedAt: new Date(xmlElement(upload, "Initiated")),
          };
        }
        const isLast = xmlElement(page, "IsTruncated") !== "true";
        place = isLast
          ? undefined
          : {
              "key-marker": xmlElement(page, "NextKeyMarker"),
              "upload-id-marker": xmlElement(page, "NextUploadIdMarker"),
            };
      }
    },

    async complete({ key, storeUploadId = "" }: Target, parts: readonly Arrived[]): Promise<void> {
      const listed = parts.map(
        ({ partNumber, etag }) =>
          `<Part><PartNumber>${partNumber}</PartNumber><ETag>${etag}</ETag></Part>`,
      );
      const body = `<CompleteMultipartUpload>${listed.join("")}</CompleteMultipartUpload>`;
      try {
        await ask("POST", locate(key), { uploadId: storeUploadId }, { body });
      } catch (error) {
        // Another process, or a try whose answer was lost, was faster.
        if (statusOf(error) !== 404) throw error;
      }
    },

    async abort({ key, storeUploadId = "" }: Target): Promise<void> {
      await ask("DELETE", locate(key), { uploadId: storeUploadId }).catch((error) => {
        if (statusOf(error) !== 404) throw error;
      });
    },
  };
}
