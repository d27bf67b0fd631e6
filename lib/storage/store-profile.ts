/** What a store can do, so far as it makes us behave differently. */
export interface StoreProfile {
  /** `https://host/bucket/key`; else the bucket is part of the host. */
  pathStyle: boolean;
  /** The SDK adds CRC checksums of its own accord; elsewhere only where S3 demands one. */
  sdkChecksums: boolean;
  /** Bulk calls carry Content-MD5, as S3 wanted before 2021. */
  contentMd5: boolean;
  /** `If-None-Match: *` keeps a PUT from replacing what is there. */
  conditionalPut: boolean;
}

const stores: Record<StoreName, StoreProfile> = {
  aws: { pathStyle: false, sdkChecksums: true, contentMd5: false, conditionalPut: true },
  // SecondLevelDomainForbidden with the bucket in the path; no aws-chunked; If-None-Match unknown.
  oss: { pathStyle: false, sdkChecksums: false, contentMd5: true, conditionalPut: false },
  // 400 for x-amz-checksum-*.
  b2: { pathStyle: false, sdkChecksums: false, contentMd5: true, conditionalPut: false },
  r2: { pathStyle: true, sdkChecksums: false, contentMd5: true, conditionalPut: true },
  // MinIO, Ceph and what else speaks S3.
  other: { pathStyle: true, sdkChecksums: false, contentMd5: true, conditionalPut: true },
};

export const storeNames = ["aws", "oss", "b2", "r2", "other"] as const;
export type StoreName = (typeof storeNames)[number];

const hosts: [RegExp, StoreName][] = [
  [/(^|\.)amazonaws\.com(\.cn)?$/, "aws"],
  [/(^|\.)aliyuncs\.com$/, "oss"],
  [/(^|\.)backblazeb2\.com$/, "b2"],
  [/(^|\.)r2\.cloudflarestorage\.com$/, "r2"],
];

/** By its address; without one it is Amazon's own. */
export function storeNameOf(endpoint: string | undefined): StoreName {
  if (endpoint === undefined) return "aws";
  const { hostname } = new URL(endpoint);
  return hosts.find(([pattern]) => pattern.test(hostname))?.[1] ?? "other";
}

export function profileOf(store: StoreName): StoreProfile {
  return stores[store];
}
