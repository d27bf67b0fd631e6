import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/lib/errors";
import type { Driver, PartTarget } from "./driver";
import { storeDown } from "./store-down";
import { uploadGone } from "./upload-errors";

const silenceMs = 60_000;
const urlLifeMs = 60 * 60 * 1000;

/** Sends one part to the store as a browser would, by the URL that it signs. */
export async function sendPart(
  driver: Driver,
  target: PartTarget,
  partNumber: number,
  body: Readable,
): Promise<void> {
  const { backendId } = driver;
  const upload = {
    ...target,
    contentType: "application/octet-stream",
    expiresAt: new Date(Date.now() + urlLifeMs),
  };
  const [signed] = await driver.signParts(upload, [partNumber]);
  if (!signed) throw storeDown(backendId, "signed no URL");
  const size = target.partSizeBytes ?? target.sizeBytes;
  const length = Math.min(size, target.sizeBytes - (partNumber - 1) * size);
  const { status, answer } = await send(signed, length, body).catch((error: Error) => {
    // A body that is not what was announced has its own words.
    throw "code" in error && typeof error.code === "string" && /^E[A-Z]/.test(error.code)
      ? storeDown(backendId, error.code)
      : error;
  });
  if (status < 300) return;
  if (status === 404) throw uploadGone();
  const word = /<Code>([^<]+)<\/Code>/.exec(answer)?.[1] ?? `status ${status}`;
  if (status >= 500 || status === 429 || status === 408) throw storeDown(backendId, word);
  throw new AppError("unavailable", `the store "${backendId}": ${word}`, {
    reason: "store_refused",
    params: { backendId },
  });
}

function send(
  { url, headers }: { url: string; headers: Record<string, string> },
  length: number,
  body: Readable,
): Promise<{ status: number; answer: string }> {
  return new Promise((resolve, reject) => {
    const request = (url.startsWith("https:") ? secureRequest : plainRequest)(url, {
      method: "PUT",
      headers: { ...headers, "content-length": length },
    });
    request.setTimeout(silenceMs, () => {
      request.destroy(Object.assign(new Error("silence"), { code: "ETIMEDOUT" }));
    });
    request.on("response", (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode ?? 500, answer }),
        reject,
      );
    });
    request.on("error", reject);
    pipeline(body, request).catch(reject);
  });
}
