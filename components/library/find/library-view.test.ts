import { expect, it } from "vitest";
import { clearFilters, countFilters, isFiltered, queryOf, valuesOf, viewOf } from "./library-view";

it("reads the filter from an address, and nothing that is none", () => {
  expect(viewOf("q=coffee&kind=video,image&preview=1&sort=name")).toEqual({
    filter: { q: "coffee", kind: "video,image" },
    sort: "name",
  });
  expect(viewOf("sort=wild&q=")).toEqual({ filter: {}, sort: undefined });
});

it("writes an address in one spelling, whatever was chosen first", () => {
  const view = viewOf("sort=name&tag=new&kind=video,image&q=b,a&preview=1");
  expect(queryOf(view)).toBe("q=b%2Ca&kind=image%2Cvideo&tag=new&sort=name");
  expect(viewOf(queryOf(view))).toMatchObject({ filter: { q: "b,a", tag: "new" }, sort: "name" });
  expect(queryOf(viewOf(""))).toBe("");
});

it("counts what narrows the list, words apart", () => {
  const { filter } = viewOf("q=a&kind=video,image&tag=new");
  expect(countFilters(filter)).toBe(3);
  expect(valuesOf(filter, "kind")).toEqual(["video", "image"]);
  expect(isFiltered(viewOf("q=a").filter)).toBe(true);
  expect(isFiltered(viewOf("preview=1").filter)).toBe(false);
});

it("clears filters and leaves the rest of the address", () => {
  const search = new URLSearchParams("q=a&tag=b&preview=1&sort=name");
  clearFilters(search);
  expect(search.toString()).toBe("preview=1&sort=name");
});
