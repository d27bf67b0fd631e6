import { bucketFor } from "../object-key";
import type { S3Options } from "./options";

/** The IAM policy that lets a key do with one client's files what this server does. */
export function clientPolicy(
  { bucket: template, region }: Pick<S3Options, "bucket" | "region">,
  clientId: string,
): string {
  const bucket = bucketFor(template, clientId);
  const partition = region.startsWith("cn-") ? "aws-cn" : "aws";
  const arn = `arn:${partition}:s3:::${bucket}`;
  const policy = {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "VitrineFindsTheFilesOfTheClient",
        Effect: "Allow",
        Action: ["s3:ListBucket", "s3:ListBucketMultipartUploads"],
        Resource: [arn],
        Condition: { StringLike: { "s3:prefix": [`${clientId}/*`] } },
      },
      {
        Sid: "VitrineKeepsTheFilesOfTheClient",
        Effect: "Allow",
        Action: [
          "s3:GetObject",
          "s3:PutObject",
          "s3:DeleteObject",
          "s3:AbortMultipartUpload",
          "s3:ListMultipartUploadParts",
        ],
        Resource: [`${arn}/${clientId}/*`],
      },
    ],
  };
  return JSON.stringify(policy, null, 2);
}
