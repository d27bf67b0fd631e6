import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

const text = z.string().min(1).optional();

/** How the bytes of a bucket come to browsers and screens. */
export const deliverySettings = {
  MEDIA_DELIVERY: z.enum(["direct", "proxy"]).default("direct").meta({
    description:
      "How browsers and screens get what lies in a bucket: by signed URLs of the bucket itself, or through this server, so that the bucket can stay private",
    zh: "浏览器和屏幕如何读取存储桶中的文件：direct 用签名地址直接访问存储桶，proxy 经由本服务器（存储桶可不对外开放）",
  }),
  CDN_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description: "Address of a CDN whose origin is the bucket; media are then read from there",
      zh: "以该存储桶为源站的 CDN 地址；设置后媒体文件从 CDN 读取",
    }),
  CLOUDFRONT_KEY_PAIR_ID: text.meta({
    description: "Signs the CDN's URLs for CloudFront: id of the public key there",
    zh: "为 CloudFront 签名 CDN 地址：CloudFront 中公钥的 ID",
  }),
  CLOUDFRONT_PRIVATE_KEY: text.meta({
    description: "The private key to it, in PEM; `\\n` may stand for line ends",
    zh: "对应的私钥（PEM 格式，可用 `\\n` 表示换行）",
  }),
  CLOUDFRONT_PRIVATE_KEY_FILE: text.meta({
    description: "Or the file that it is in",
    zh: "或私钥所在文件",
  }),
};

const schema = z.object(deliverySettings);
type Settings = z.output<typeof schema>;

/** How a bucket's bytes travel. */
export type Delivery =
  | { kind: "direct" }
  | { kind: "proxy" }
  | { kind: "cdn"; baseUrl: string; signing: CloudFrontKey | undefined };

export interface CloudFrontKey {
  keyPairId: string;
  /** PEM. */
  privateKey: string;
}

/** Throws a sentence that names the variable and the cure. */
export function deliveryOf(given: Settings): Delivery {
  const signing = cloudFrontKeyOf(given);
  if (given.CDN_BASE_URL) {
    if (given.MEDIA_DELIVERY === "proxy") {
      throw new Error("MEDIA_DELIVERY is proxy, but CDN_BASE_URL is set: remove one of them");
    }
    return { kind: "cdn", baseUrl: given.CDN_BASE_URL.replace(/\/+$/, ""), signing };
  }
  if (signing) {
    throw new Error(
      "CLOUDFRONT_KEY_PAIR_ID is set without the address it is for: set CDN_BASE_URL",
    );
  }
  return { kind: given.MEDIA_DELIVERY };
}

function cloudFrontKeyOf(given: Settings): CloudFrontKey | undefined {
  const { CLOUDFRONT_KEY_PAIR_ID: keyPairId, CLOUDFRONT_PRIVATE_KEY_FILE: file } = given;
  const privateKey = file ? contentOf(file) : given.CLOUDFRONT_PRIVATE_KEY?.replaceAll("\\n", "\n");
  if (!keyPairId && !privateKey) return undefined;
  if (!keyPairId) {
    throw new Error("There is a CloudFront private key without its id: set CLOUDFRONT_KEY_PAIR_ID");
  }
  if (!privateKey) {
    throw new Error("CLOUDFRONT_KEY_PAIR_ID is set without its key: set CLOUDFRONT_PRIVATE_KEY");
  }
  try {
    createPrivateKey(privateKey);
  } catch {
    const name = file ? "CLOUDFRONT_PRIVATE_KEY_FILE" : "CLOUDFRONT_PRIVATE_KEY";
    throw new Error(
      `${name} holds no private key in PEM: give the one that was made for CloudFront`,
    );
  }
  return { keyPairId, privateKey };
}

function contentOf(file: string): string {
  try {
    return readFileSync(/*turbopackIgnore: true*/ file, "utf8");
  } catch {
    throw new Error(`CLOUDFRONT_PRIVATE_KEY_FILE names a file that cannot be read: ${file}`);
  }
}
