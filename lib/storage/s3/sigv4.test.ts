import {
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { expect, it } from "vitest";
import { encode, type UrlToSign } from "../signing/url-to-sign";
import { createUrlSigner } from "./sigv4";

const credentials = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCY",
};
const temporary = { ...credentials, sessionToken: "token+with/odd=letters" };
const region = "eu-central-1";
const signedAt = new Date("2026-11-27T02:30:15.123Z");
const key = "client_001/originals/01a21ad7-08d5-75a8-8738-a8765802edda";
const fileName = "夏日 特惠 (100%)'*!.mp4";
const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;

function sdk(by: typeof temporary | typeof credentials) {
  return new S3Client({
    region,
    credentials: by,
    endpoint: "https://s3.example.com",
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
}

/** The same parameters in any order are the same URL. */
function parts(url: string) {
  const { origin, pathname, searchParams } = new URL(url);
  return { origin, pathname, query: Object.fromEntries(searchParams) };
}

const place = {
  origin: "https://s3.example.com",
  path: `/media/${key}`,
  signedAt,
  expiresSeconds: 900,
};

it.each([
  ["a key", credentials],
  ["temporary credentials", temporary],
])("signs a GET with what the answer is to say as the SDK does, with %s", async (_, by) => {
  const ours = createUrlSigner(region)(
    {
      ...place,
      method: "GET",
      query: {
        "response-content-type": "video/mp4",
        "response-content-disposition": disposition,
        "response-cache-control": "private, max-age=900, immutable",
        "x-id": "GetObject",
      },
    },
    by,
  );
  const command = new GetObjectCommand({
    Bucket: "media",
    Key: key,
    ResponseContentType: "video/mp4",
    ResponseContentDisposition: disposition,
    ResponseCacheControl: "private, max-age=900, immutable",
  });
  const theirs = await getSignedUrl(sdk(by), command, { expiresIn: 900, signingDate: signedAt });
  const { "X-Amz-Content-Sha256": unsigned, ...query } = parts(theirs).query;
  // The SDK names the payload in the URL too, which signs one parameter more.
  expect(unsigned).toBe("UNSIGNED-PAYLOAD");
  const again = createUrlSigner(region)(
    { ...place, method: "GET", query: withoutSignature(parts(theirs).query) },
    by,
  );
  expect(parts(again)).toEqual(parts(theirs));
  expect(Object.keys(parts(ours).query).sort()).toEqual(Object.keys(query).sort());
});

it("binds length, type and being the first as the SDK does", async () => {
  const headers = {
    "content-length": "1234",
    "content-type": "video/mp4",
    "if-none-match": "*",
  };
  const command = new PutObjectCommand({
    Bucket: "media",
    Key: key,
    ContentLength: 1234,
    ContentType: "video/mp4",
    IfNoneMatch: "*",
  });
  const theirs = await getSignedUrl(sdk(credentials), command, {
    expiresIn: 900,
    signingDate: signedAt,
    signableHeaders: new Set(["host", ...Object.keys(headers)]),
  });
  expect(resigned(theirs, { method: "PUT", headers })).toEqual(parts(theirs));
});

it("binds the length of a part as the SDK does", async () => {
  const command = new UploadPartCommand({
    ...{ Bucket: "media", Key: key, UploadId: "2~a/b+c=", PartNumber: 7 },
    ContentLength: 8_388_608,
  });
  const theirs = await getSignedUrl(sdk(credentials), command, {
    expiresIn: 900,
    signingDate: signedAt,
  });
  const headers = { "content-length": "8388608" };
  expect(resigned(theirs, { method: "PUT", headers })).toEqual(parts(theirs));
});

it("repeats byte for byte at the same time, and changes with the day", () => {
  const sign = createUrlSigner(region);
  const url = (at: Date) => sign({ ...place, method: "GET", signedAt: at }, credentials);
  expect(url(signedAt)).toBe(url(signedAt));
  const next = url(new Date("2026-11-28T02:30:15Z"));
  expect(next).not.toBe(url(signedAt));
  expect(createUrlSigner(region)({ ...place, method: "GET" }, credentials)).toBe(url(signedAt));
});

it("encodes what S3 wants encoded", () => {
  expect(encode("a b!'()*~/é")).toBe("a%20b%21%27%28%29%2A~%2F%C3%A9");
});

function withoutSignature(query: Record<string, string>): Record<string, string> {
  const ours = [
    "Algorithm",
    "Credential",
    "Date",
    "Expires",
    "Security-Token",
    "SignedHeaders",
    "Signature",
  ];
  return Object.fromEntries(
    Object.entries(query).filter(([name]) => !ours.some((mine) => name === `X-Amz-${mine}`)),
  );
}

function resigned(theirs: string, request: Pick<UrlToSign, "method" | "headers">) {
  const query = withoutSignature(parts(theirs).query);
  return parts(createUrlSigner(region)({ ...place, ...request, query }, credentials));
}
