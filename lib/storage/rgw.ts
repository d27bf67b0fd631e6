import { randomUUID } from "node:crypto";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";

// biome-ignore lint/style/noProcessEnv: the address of a server of the tests, and no setting
const environment = process.env;
const { RGW_ENDPOINT, RGW_ACCESS_KEY = "", RGW_SECRET_KEY = "" } = environment;
const { RGW_GUEST_ACCESS_KEY = "", RGW_GUEST_SECRET_KEY = "" } = environment;

/** The real S3 server that `npm test` started (scripts/rgw.mjs); undefined where there is none. */
export const rgw = RGW_ENDPOINT ? describeRgw(RGW_ENDPOINT) : undefined;

function describeRgw(endpoint: string) {
  const region = "us-east-1";
  const credentials = { accessKeyId: RGW_ACCESS_KEY, secretAccessKey: RGW_SECRET_KEY };
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  return {
    client,
    options: {
      ...{ backendId: "s3", endpoint, region, credentials },
      createsBucket: false,
      uploadUrlSeconds: 3600,
      timeoutSeconds: 30,
    },
    /** May nothing but what a bucket's policy grants. */
    guest: {
      arn: "arn:aws:iam:::user/guest",
      credentials: { accessKeyId: RGW_GUEST_ACCESS_KEY, secretAccessKey: RGW_GUEST_SECRET_KEY },
    },
    async makeBucket(): Promise<string> {
      const Bucket = `test-${randomUUID()}`;
      await client.send(new CreateBucketCommand({ Bucket }));
      return Bucket;
    },
  };
}
