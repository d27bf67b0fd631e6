import { expect, it } from "vitest";
import { createDuplicateFinder } from "./duplicate-finder";
import type { UploadItem } from "./upload-item";

const { signal } = new AbortController();
const file = { contentType: "video/mp4", sizeBytes: 1, lastModified: 0, sentBytes: 0 };

it.each([
  ["sending", 1],
  ["failed", 0],
] as const)("of the same bytes in this list, which are %s, %i are named", async (phase, count) => {
  const items: UploadItem[] = [
    { ...file, id: "one", name: "Spring.mp4", phase },
    { ...file, id: "two", name: "Spring.mp4", phase: "queued" },
  ];
  const finder = createDuplicateFinder(async () => []);
  for (const id of ["one", "two"]) {
    const found = await finder.find(id, "abc", () => items, signal);
    expect(found).toHaveLength(id === "two" ? count : 0);
  }
});
