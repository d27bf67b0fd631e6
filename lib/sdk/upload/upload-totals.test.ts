import { expect, it } from "vitest";
import type { UploadItem } from "./upload-item";
import { totalsOf } from "./upload-totals";

const item = (values: Partial<UploadItem>): UploadItem => ({
  id: "1",
  name: "a",
  contentType: "video/mp4",
  sizeBytes: 100,
  lastModified: 0,
  phase: "sending",
  sentBytes: 0,
  ...values,
});

it("adds up bytes over all files but the failed ones", () => {
  const totals = totalsOf([
    item({ sentBytes: 50 }),
    item({ phase: "done", sentBytes: 100 }),
    item({ phase: "failed", sentBytes: 10 }),
  ]);
  expect(totals).toMatchObject({ files: 3, done: 1, failed: 1, pending: 1, percent: 75 });
});

it("counts files when all of them are empty", () => {
  const empty = item({ sizeBytes: 0 });
  expect(totalsOf([empty, { ...empty, phase: "done" }]).percent).toBe(50);
  expect(totalsOf([]).percent).toBe(0);
});
