import { createVerify, generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { newObjectKey } from "../object-key";
import { createCdnUrls } from "./cdn-urls";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const baseUrl = "https://media.example.com";
const bucket = { signGet: async (key: string) => `https://bucket/${key}?signed` };
const shown = {
  ...{ contentType: "video/mp4", sha256: "a".repeat(64), fileName: "a.mp4" },
  ...{ signedAt: new Date(0), expiresAt: new Date("2030-01-01T00:00:00Z") },
};
const inline = { ...shown, disposition: "inline" } as const;

it("leads to the CDN, and to the bucket for a download, whose name no CDN knows", async () => {
  const sign = createCdnUrls(bucket, { kind: "cdn", baseUrl, signing: undefined });
  const key = newObjectKey("client_001", "originals");
  expect(await sign(key, inline)).toBe(`${baseUrl}/${key}`);
  expect(await sign(key, { ...shown, disposition: "attachment" })).toContain("https://bucket/");
  expect(await sign("client_001/Angebot & Café.mp4", inline)).toBe(
    `${baseUrl}/client_001/Angebot%20%26%20Caf%C3%A9.mp4`,
  );
  await expect(sign("../secret", inline)).rejects.toMatchObject({ reason: "bad_key" });
});

it("is signed as CloudFront verifies it, and the same inside a window", async () => {
  const signing = { keyPairId: "K1ABC", privateKey: pem };
  const sign = createCdnUrls(bucket, { kind: "cdn", baseUrl, signing });
  const key = newObjectKey("client_001", "originals");
  const url = new URL(await sign(key, inline));
  expect(await sign(key, inline)).toBe(url.href);
  expect(url.searchParams.get("Key-Pair-Id")).toBe("K1ABC");
  expect(url.searchParams.get("Expires")).toBe("1893456000");
  const policy = {
    Statement: [
      {
        Resource: `${baseUrl}/${key}`,
        Condition: { DateLessThan: { "AWS:EpochTime": 1_893_456_000 } },
      },
    ],
  };
  const signature = (url.searchParams.get("Signature") ?? "")
    .replaceAll("-", "+")
    .replaceAll("_", "=")
    .replaceAll("~", "/");
  const verify = createVerify("RSA-SHA1").update(JSON.stringify(policy));
  expect(verify.verify(publicKey, signature, "base64")).toBe(true);
});
