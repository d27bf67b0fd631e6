import {
  GetBucketCorsCommand,
  GetBucketLifecycleConfigurationCommand,
  PutBucketCorsCommand,
  PutBucketLifecycleConfigurationCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { bucketCors, bucketLifecycle } from "./bucket-rules";
import type { S3Options } from "./options";
import { isNamed, statusOf } from "./s3-errors";

interface Target extends Pick<S3Options, "backendId" | "log"> {
  bucket: string;
  /** There is nothing yet that would have to be kept. */
  isNew: boolean;
}

interface Rule {
  name: string;
  /** What the store says when there is none. */
  missing: string;
  ask(): Promise<unknown>;
  apply(): Promise<unknown>;
}

/**
 * Gives a bucket the rules that it lacks; those that it has stay as they are. Some stores know one
 * and not the other, or do not let our key: that is no reason to store nothing, and the doctor
 * prints what is left to do.
 */
export async function applyRules(client: S3Client, target: Target): Promise<void> {
  for (const rule of rulesOf(client, target.bucket)) {
    if (target.isNew || (await isMissing(rule))) await apply(rule, target);
  }
}

function rulesOf(client: S3Client, Bucket: string): Rule[] {
  const CORSConfiguration = { CORSRules: bucketCors(["*"]) };
  const LifecycleConfiguration = { Rules: bucketLifecycle };
  return [
    {
      ...{ name: "CORS", missing: "NoSuchCORSConfiguration" },
      ask: () => client.send(new GetBucketCorsCommand({ Bucket })),
      apply: () => client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration })),
    },
    {
      ...{ name: "lifecycle", missing: "NoSuchLifecycleConfiguration" },
      ask: () => client.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
      apply: () =>
        client.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration })),
    },
  ];
}

async function isMissing({ ask, missing }: Rule): Promise<boolean> {
  try {
    await ask();
    return false;
  } catch (error) {
    if (isNamed(error, missing)) return true;
    if (isRefusal(error)) return false;
    throw error;
  }
}

async function apply({ name, apply }: Rule, { backendId, bucket, log }: Target): Promise<void> {
  try {
    await apply();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const word = (error as Error).name;
    log?.warn({ backendId, bucket, rule: name, word }, "the store does not take a bucket's rule");
  }
}

function isRefusal(error: unknown): boolean {
  const status = statusOf(error) ?? 0;
  return (status >= 400 && status < 500 && status !== 429) || status === 501;
}
