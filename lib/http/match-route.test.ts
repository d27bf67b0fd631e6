import { describe, expect, it } from "vitest";
import { createMatcher, type RouteModule } from "./match-route";

const named = (name: string): RouteModule => ({ GET: async () => new Response(name) });
const modules = {
  list: named("list"),
  one: named("one"),
  trash: named("trash"),
  part: named("part"),
};
const match = createMatcher([
  { path: "/a/[id]", module: modules.one },
  { path: "/a/trash", module: modules.trash },
  { path: "/a", module: modules.list },
  { path: "/a/[id]/parts/[number]", module: modules.part },
]);

describe("the matcher of routes", () => {
  it("prefers a fixed segment to a dynamic one", () => {
    expect(match("/a/trash")).toEqual({ module: modules.trash, params: {} });
    expect(match("/a/1")).toEqual({ module: modules.one, params: { id: "1" } });
  });

  it("goes back to the dynamic segment when the fixed one leads nowhere", () => {
    expect(match("/a/trash/parts/2")).toEqual({
      module: modules.part,
      params: { id: "trash", number: "2" },
    });
  });

  it("finds nothing for half a path, a longer one, an empty or a malformed segment", () => {
    for (const path of ["/", "/a/", "/a/1/parts", "/a/1/parts/2/3", "/a//parts/2", "/a/%", "/b"]) {
      expect(match(path)).toBeUndefined();
    }
  });
});
