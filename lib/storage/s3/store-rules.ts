import { GetBucketLifecycleConfigurationCommand, type S3Client } from "@aws-sdk/client-s3";
import type { StoreRules } from "../driver";
import { bucketCors, bucketLifecycle } from "./bucket-rules";
import { isNamed } from "./s3-errors";

/** For the AWS CLI, which speaks to every store of this kind. */
export function createStoreRules(
  client: S3Client,
  {
    bucket,
    bucketUrl,
    endpoint,
  }: { bucket: string; bucketUrl?: string | undefined; endpoint: string | undefined },
): StoreRules {
  const command = (name: string, option: string, value: unknown) =>
    `aws s3api ${name} --bucket ${bucket}${endpoint ? ` --endpoint-url ${endpoint}` : ""} \\\n` +
    `  --${option} '${JSON.stringify(value, null, 2)}'`;
  return {
    async lifecycle() {
      try {
        const { Rules = [] } = await client.send(
          new GetBucketLifecycleConfigurationCommand({ Bucket: bucketUrl ?? bucket }),
        );
        const isThere = Rules.some(
          (rule) => rule.Status === "Enabled" && rule.AbortIncompleteMultipartUpload,
        );
        return isThere ? "present" : "missing";
      } catch (error) {
        // Others do not know the question, or do not let our key ask.
        return isNamed(error, "NoSuchLifecycleConfiguration") ? "missing" : "unknown";
      }
    },
    lifecycleFix: () =>
      command("put-bucket-lifecycle-configuration", "lifecycle-configuration", {
        Rules: bucketLifecycle,
      }),
    corsFix: (origins) =>
      command("put-bucket-cors", "cors-configuration", { CORSRules: bucketCors([...origins]) }),
  };
}
