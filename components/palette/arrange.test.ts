import { Film } from "lucide-react";
import { describe, expect, it } from "vitest";
import { arrange } from "./arrange";
import type { Command, CommandGroup } from "./command";

const command = (id: string, group: CommandGroup): Command => ({
  id,
  group,
  label: id,
  icon: Film,
  run: () => {},
});
const all = [command("library", "pages"), command("screens", "pages"), command("add", "actions")];
const rows = (query: string, recent: string[] = []) =>
  arrange(query, all, recent).map(({ group, commands }) => [
    group,
    ...commands.map(({ id }) => id),
  ]);

describe("arrange", () => {
  it("puts what was used last first, and says it once", () => {
    expect(rows("", ["add", "gone"])).toEqual([
      ["recent", "add"],
      ["pages", "library", "screens"],
    ]);
  });

  it("puts the group of what fits best first once something is asked for", () => {
    expect(rows("ad", ["library"])).toEqual([["actions", "add"]]);
    expect(rows("s")).toEqual([["pages", "screens"]]);
  });
});
