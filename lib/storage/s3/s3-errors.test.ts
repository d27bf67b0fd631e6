import { S3ServiceException } from "@aws-sdk/client-s3";
import { expect, it } from "vitest";
import { createS3Driver } from "../drivers/s3";
import { startFakeS3 } from "../fake-s3";
import { newObjectKey } from "../object-key";
import { storeError } from "./s3-errors";

const token = "FwoGZXIvYXdzEXAMPLE";
const failure = (name: string, httpStatusCode: number) =>
  Object.assign(
    new S3ServiceException({
      name,
      $fault: "client",
      $metadata: { httpStatusCode },
      message: "no",
    }),
    { "Token-0": token },
  );

it.each(["ExpiredToken", "InvalidToken", "TokenRefreshRequired"])(
  "%s is a refusal, though the store calls it a bad request",
  (name) => {
    const told = storeError(failure(name, 400), "s3");
    expect(told).toMatchObject({ code: "unavailable", reason: "store_refused" });
    expect(everythingOf(told)).not.toContain(token);
  },
);

it("what we have no code for keeps its name, its words and its status, and nothing else", () => {
  const told = storeError(failure("EntityTooSmall", 400), "s3");
  expect(told).toMatchObject({ name: "EntityTooSmall", message: "no", status: 400 });
  expect(everythingOf(told)).not.toContain(token);
});

it("a store that takes no more bytes is down", () => {
  const silent = Object.assign(new Error("silent"), { name: "TimeoutError" });
  expect(storeError(silent, "s3")).toMatchObject({ reason: "store_down" });
});

it("a session that has ended is told from the store's answer", async () => {
  const fake = await startFakeS3();
  const driver = createS3Driver({
    ...{ backendId: "s3", endpoint: fake.endpoint, credentials: fake.credentials },
    ...{ region: "us-east-1", bucket: "media", createsBucket: false },
    ...{ uploadUrlSeconds: 60, timeoutSeconds: 5 },
  });
  const expired = { status: 400, code: "ExpiredToken", more: { "Token-0": token } };
  fake.faults.next("*", expired, 10);
  const error = await driver.get(newObjectKey("client_001", "originals")).catch((e: Error) => e);
  await fake.stop();
  expect(error).toMatchObject({ reason: "store_refused" });
  expect(everythingOf(error)).not.toContain(token);
});

/** As a log would write it: each error's own fields, and those of its cause. */
function everythingOf(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error);
  return JSON.stringify({ ...error, message: error.message }) + everythingOf(error.cause ?? null);
}
