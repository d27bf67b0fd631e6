import type { IncomingMessage, ServerResponse } from "node:http";
import { notFound } from "@/lib/errors";
import type { Runtime } from "@/lib/runtime";
import { verifyDataUrl } from "@/lib/storage";
import { serveObject } from "./serve-object";

/** GET of an object of our own data plane, by a presigned URL. */
export async function serveSigned(
  { storage, secrets }: Runtime,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const now = new Date();
  const grant = verifyDataUrl(secrets, request.method ?? "", request.url ?? "", now);
  if (grant.kind !== "get") throw notFound("object");
  const driver = storage.at(grant);
  const { sizeBytes } = await driver.head(grant.key);
  await serveObject(request, response, {
    ...grant,
    sources: [{ driver, key: grant.key }],
    sizeBytes,
    maxAgeSeconds: Math.max(0, Math.floor(grant.expires - now.getTime() / 1000)),
    crossOrigin: true,
  });
}
