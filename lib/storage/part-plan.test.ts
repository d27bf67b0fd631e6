import { describe, expect, it } from "vitest";
import { partCount, partRange, partSizeFor } from "./part-plan";

const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;

describe("the plan of an upload", () => {
  it("is one PUT up to 16 MiB, also for nothing at all", () => {
    expect(partSizeFor(0)).toBeUndefined();
    expect(partSizeFor(16 * mebibyte)).toBeUndefined();
    expect(partSizeFor(16 * mebibyte + 1)).toBe(8 * mebibyte);
  });

  it.each([17 * mebibyte, gibibyte, 20 * gibibyte, 200 * gibibyte, 600 * gibibyte])(
    "has at most 10,000 equal parts under 90 MB for %i bytes",
    (sizeBytes) => {
      const partSizeBytes = partSizeFor(sizeBytes);
      expect(partSizeBytes).toBeLessThanOrEqual(64 * mebibyte);
      const plan = { sizeBytes, partSizeBytes };
      const count = partCount(plan);
      expect(count).toBeLessThanOrEqual(10_000);
      const last = partRange(plan, count);
      expect(last.start + last.sizeBytes).toBe(sizeBytes);
      expect(last.sizeBytes).toBeGreaterThan(0);
    },
  );

  it("refuses what does not fit 10,000 parts of 64 MiB", () => {
    expect(() => partSizeFor(10_000 * 64 * mebibyte + 1)).toThrow(
      expect.objectContaining({ code: "too_large", reason: "file_too_large" }),
    );
  });
});
