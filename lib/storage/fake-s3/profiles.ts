import type { IncomingMessage } from "node:http";
import { S3Refusal } from "./refusal";

/** Stores that speak S3, each with what it is known to refuse. */
export type FakeProfile = "plain" | "oss" | "b2" | "r2";

interface Asked {
  request: IncomingMessage;
  /** The bucket is in the path, not in the host. */
  pathStyle: boolean;
}

type Check = (asked: Asked) => void;

const noChecksums: Check = ({ request: { headers, url = "" } }) => {
  const name =
    Object.keys(headers).find((header) => /^x-amz-(sdk-)?checksum/.test(header)) ??
    /x-amz-(?:sdk-)?checksum[a-z0-9-]*/i.exec(url)?.[0];
  if (!name) return;
  throw new S3Refusal(400, "InvalidArgument", `Unsupported header '${name}' received`);
};

const noChunks: Check = ({ request: { headers } }) => {
  if (!String(headers["content-encoding"] ?? "").includes("aws-chunked")) return;
  throw new S3Refusal(400, "InvalidArgument", "aws-chunked encoding is not supported");
};

const hostStyleOnly: Check = ({ pathStyle }) => {
  if (pathStyle) throw new S3Refusal(403, "SecondLevelDomainForbidden");
};

const noPost: Check = ({ request: { method, headers } }) => {
  const isForm = String(headers["content-type"] ?? "").startsWith("multipart/form-data");
  if (method === "POST" && isForm) throw new S3Refusal(501, "NotImplemented");
};

export const profileChecks: Record<FakeProfile, readonly Check[]> = {
  plain: [],
  oss: [hostStyleOnly, noChunks],
  b2: [noChecksums, noChunks, noPost],
  r2: [noChecksums, noPost],
};

/** R2 takes only parts of one size, but for the last. */
export function assertEqualParts(profile: FakeProfile, sizes: readonly number[]): void {
  if (profile !== "r2") return;
  const [first, ...rest] = sizes.slice(0, -1);
  if (rest.some((size) => size !== first)) throw new S3Refusal(400, "InvalidPart");
}
