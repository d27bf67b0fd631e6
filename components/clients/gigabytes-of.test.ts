import { expect, it } from "vitest";
import { WrittenQuota } from "@/lib/quotas/schema";
import { gigabytesOf } from "./gigabytes-of";

it.each([
  [null, ""],
  [0, "0"],
  [10_000_000_000, "10"],
  [100_000_000_000, "100"],
  [1_500_000_000, "1.5"],
  [1, "0.000000001"],
])("writes a limit of %s bytes as people read it, and reads it back", (bytes, written) => {
  expect(gigabytesOf(bytes)).toBe(written);
  const form = { maxBytes: written, maxObjects: "", maxFileBytes: written };
  expect(WrittenQuota.parse(form)).toEqual({
    ...{ maxBytes: bytes, maxObjects: null, maxFileBytes: bytes },
  });
});

it("takes a decimal comma, and nothing that is no size or count", () => {
  const form = { maxBytes: " 2,5 ", maxObjects: "5000", maxFileBytes: "" };
  expect(WrittenQuota.parse(form)).toMatchObject({ maxBytes: 2.5e9, maxObjects: 5000 });
  for (const wrong of ["ten", "-1", "1e3", "1.2.3", "99999999999"]) {
    const { error } = WrittenQuota.safeParse({ ...form, maxBytes: wrong });
    expect(error?.issues[0]?.path).toEqual(["maxBytes"]);
  }
  expect(WrittenQuota.safeParse({ ...form, maxObjects: "1.5" }).success).toBe(false);
});
