import { describe } from "vitest";
import { describeDriver } from "../driver.contract";
import { rgw } from "../rgw";
import { createS3Driver } from "./s3";

describe.skipIf(!rgw)("on Ceph", () => {
  describeDriver("s3", async () => {
    if (!rgw) throw new Error("no Ceph");
    const bucket = await rgw.makeBucket();
    return createS3Driver({ ...rgw.options, bucket });
  });
});
