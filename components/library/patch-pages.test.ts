import { expect, it } from "vitest";
import type { Artifact } from "@/lib/artifacts/schema";
import { type ArtifactPages, patchPages, replaceInPages } from "./patch-pages";

const artifact = (id: string, values: Partial<Artifact> = {}): Artifact => ({
  id,
  name: id,
  type: "VIDEO",
  status: "AVAILABLE",
  failureReason: null,
  contentType: "video/mp4",
  sizeBytes: 1,
  sha256: null,
  durationMs: null,
  width: null,
  height: null,
  mediaUrl: null,
  posterUrl: null,
  wantsPoster: false,
  tags: [],
  siteId: null,
  collectionIds: [],
  isFavorite: false,
  versionNumber: 1,
  version: 1,
  createdBy: null,
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
  trashedAt: null,
  ...values,
});

const pages = (...ids: string[][]): ArtifactPages => ({
  pages: ids.map((page, index) => ({
    items: page.map((id) => artifact(id)),
    nextCursor: index < ids.length - 1 ? `after ${page.at(-1)}` : null,
  })),
  pageParams: ids.map(() => null),
});

const idsOf = (data: ArtifactPages) => data.pages.map(({ items }) => items.map(({ id }) => id));

it("puts a new artifact first", () => {
  expect(idsOf(patchPages(pages(["8", "6"], ["4"]), [artifact("9")]))).toEqual([
    ["9", "8", "6"],
    ["4"],
  ]);
});

it("puts a restored artifact where it was", () => {
  const data = pages(["8", "6"], ["4"]);
  expect(idsOf(patchPages(data, [artifact("7")]))).toEqual([["8", "7", "6"], ["4"]]);
  expect(idsOf(patchPages(data, [artifact("5")]))).toEqual([
    ["8", "6"],
    ["5", "4"],
  ]);
  expect(idsOf(patchPages(data, [artifact("1")]))).toEqual([
    ["8", "6"],
    ["4", "1"],
  ]);
});

it("leaves out what belongs to a page that is not loaded", () => {
  const data = pages(["8", "6"], ["4"]);
  const first = { ...data, pages: data.pages.slice(0, 1) };
  expect(idsOf(patchPages(first, [artifact("1")]))).toEqual([["8", "6"]]);
});

it("replaces what is known in its place and keeps the other pages as they are", () => {
  const data = pages(["8", "6"], ["4"]);
  const next = patchPages(data, [artifact("6", { name: "new" })]);
  expect(idsOf(next)).toEqual([["8", "6"], ["4"]]);
  expect(next.pages[0]?.items[1]?.name).toBe("new");
});

it("takes away what is gone or in the trash", () => {
  const trashed = artifact("8", { trashedAt: "2026-01-02T00:00:00Z" });
  expect(idsOf(patchPages(pages(["8", "6"], ["4"]), [trashed], ["4"]))).toEqual([["6"], []]);
});

it("fills an empty library", () => {
  expect(idsOf(patchPages(pages([]), [artifact("1")]))).toEqual([["1"]]);
});

it("changes only what is there where the order is another one", () => {
  const before = pages(["1", "3"], ["2"]);
  const after = replaceInPages(before, [artifact("3", { name: "new" }), artifact("4")], ["2"]);
  expect(after.pages.map(({ items }) => items.map(({ id, name }) => `${id} ${name}`))).toEqual([
    ["1 1", "3 new"],
    [],
  ]);
});
