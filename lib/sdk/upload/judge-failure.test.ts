import { expect, it } from "vitest";
import { isTransient, judgeFailure } from "./judge-failure";
import { TransportError } from "./transport";

it.each([
  ["quota_exceeded", "quota_bytes", "over_quota"],
  ["quota_exceeded", "quota_objects", "over_quota"],
  ["too_large", "quota_file", "over_file_limit"],
])("hands on what the server said of a limit: %s, %s", (code, reason, words) => {
  const detail = "Your storage is full: 9.8 GB of 10.0 GB are used.";
  const error = new TransportError({ kind: "refused", status: 402, code, reason, detail });
  expect(isTransient(error)).toBe(false);
  expect(judgeFailure(error)).toEqual({ reason: words, detail });
});
