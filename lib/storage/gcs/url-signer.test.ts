import { generateKeyPairSync } from "node:crypto";
import { Storage } from "@google-cloud/storage";
import { expect, it } from "vitest";
import { createUrlSigner } from "./url-signer";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const private_key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const credentials = { client_email: "vitrine@example.iam.gserviceaccount.com", private_key };
const storage = new Storage({ credentials, projectId: "p" });
const sign = createUrlSigner(storage, { of: (date) => date });
const signedAt = new Date("2040-03-04T05:06:07Z");
const expires = new Date(signedAt.getTime() + 900_000);
const place = { origin: "https://storage.googleapis.com", signedAt, expiresSeconds: 900 };
const key = "client_001/originals/01a21ad7-08d5-75a8-8738-a8765802edda";
const path = `/media/${key}`;

function sorted(url: string) {
  const { origin, pathname, searchParams } = new URL(url);
  return { origin, pathname, query: [...searchParams].sort() };
}

it("signs a PUT as Google's library does", async () => {
  const headers = { "content-type": "video/mp4", "x-goog-content-length-range": "5,5" };
  const [theirs] = await storage
    .bucket("media")
    .file(key)
    .getSignedUrl({
      ...{ version: "v4", action: "write", accessibleAt: signedAt, expires },
      ...{ contentType: "video/mp4", extensionHeaders: { "x-goog-content-length-range": "5,5" } },
    });
  expect(sorted(await sign({ ...place, path, method: "PUT", headers }))).toEqual(sorted(theirs));
});

it("signs a GET with another name and type as Google's library does", async () => {
  const disposition = `attachment; filename="a b.mp4"; filename*=UTF-8''%E9%A5%BC.mp4`;
  const [theirs] = await storage
    .bucket("media")
    .file(key)
    .getSignedUrl({
      ...{ version: "v4", action: "read", accessibleAt: signedAt, expires },
      ...{ responseDisposition: disposition, responseType: "video/mp4" },
    });
  const query = {
    "response-content-type": "video/mp4",
    "response-content-disposition": disposition,
  };
  expect(sorted(await sign({ ...place, path, method: "GET", query }))).toEqual(sorted(theirs));
});
