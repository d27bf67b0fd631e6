import { describe, expect, it } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import { newObjectKey } from "./object-key";
import { type DataGrant, signDataUrl, verifyDataUrl } from "./signed-url";

const secrets = deriveSecrets("s".repeat(32));
const now = new Date("2026-06-01T12:00:00Z");
const expires = now.getTime() / 1000 + 60;
const common = {
  encodings: [],
  backendId: "local",
  key: newObjectKey("client_001", "originals"),
  expires,
};
const put: DataGrant = { ...common, kind: "put", sizeBytes: 5, contentType: "video/mp4" };
const part: DataGrant = {
  ...common,
  kind: "part",
  sizeBytes: 20_000_000,
  partSizeBytes: 8_388_608,
  storeUploadId: "u",
  partNumber: 2,
};
const get: DataGrant = {
  ...common,
  kind: "get",
  contentType: "video/mp4",
  sha256: "a".repeat(64),
  disposition: "attachment",
  fileName: "../ 新品 & \u{1F389}=?#%00.mp4",
};

const refused = (reason: string) => expect.objectContaining({ code: "forbidden", reason });
const verify = (method: string, url: string, at = now) => verifyDataUrl(secrets, method, url, at);

describe("a presigned URL", () => {
  it.each([put, part, get])("gives back what was granted: %j", (grant) => {
    const method = grant.kind === "get" ? "GET" : "PUT";
    expect(verify(method, signDataUrl(secrets, grant))).toEqual(grant);
  });

  it("for GET allows HEAD, and never the other direction", () => {
    expect(verify("HEAD", signDataUrl(secrets, get))).toEqual(get);
    expect(() => verify("PUT", signDataUrl(secrets, get))).toThrow(refused("bad_signature"));
    expect(() => verify("GET", signDataUrl(secrets, put))).toThrow(refused("bad_signature"));
  });

  it.each([
    ["sizeBytes=5", "sizeBytes=6"],
    ["contentType=video%2Fmp4", "contentType=text%2Fhtml"],
    [`expires=${expires}`, `expires=${expires + 1}`],
    ["kind=put", "kind=part"],
    ["client_001", "client_002"],
    ["/data/local/", "/data/other/"],
    ["signature=", "signature=A"],
    ["&signature=", "&sizeBytes=6&signature="],
    ["&signature=", "&more=1&signature="],
    ["&contentType=video%2Fmp4", ""],
  ])("with %j altered to %j is refused", (from, to) => {
    const url = signDataUrl(secrets, put);
    expect(url).toContain(from);
    expect(() => verify("PUT", url.replace(from, to))).toThrow(refused("bad_signature"));
  });

  it("of another installation, or without a signature, is refused", () => {
    const foreign = signDataUrl(deriveSecrets("t".repeat(32)), put);
    expect(() => verify("PUT", foreign)).toThrow(refused("bad_signature"));
    expect(() => verify("PUT", foreign.split("?")[0] ?? "")).toThrow(refused("bad_signature"));
  });

  it("says that it has expired only when it was ours", () => {
    const late = new Date(expires * 1000);
    const url = signDataUrl(secrets, put);
    expect(() => verify("PUT", url, late)).toThrow(refused("url_expired"));
    expect(() => verify("PUT", `${url}x`, late)).toThrow(refused("bad_signature"));
  });
});
