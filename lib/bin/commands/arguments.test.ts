import { Command, Option } from "commander";
import { expect, it } from "vitest";
import { bytesOrNone, countOrNone } from "./arguments";

it.each([
  ["10GB", 10_000_000_000],
  ["1.5 tb", 1_500_000_000_000],
  ["512MiB", 536_870_912],
  ["0", 0],
  ["none", "none"],
])("reads the size %s, and commander passes it on", (text, bytes) => {
  const option = new Option("--bytes <size>").argParser(bytesOrNone);
  const command = new Command().addOption(option).parse(["--bytes", text], { from: "user" });
  expect(command.opts()).toEqual({ bytes });
});

it.each(["", "ten", "10 apples", "-1GB", "1e9", "99999999TB"])("refuses the size %j", (text) => {
  expect(() => bytesOrNone(text)).toThrow("It must be a size");
});

it("reads a whole number or none, and nothing else", () => {
  expect([countOrNone("5000"), countOrNone("none")]).toEqual([5000, "none"]);
  for (const text of ["", "-1", "1.5", "1e3"]) expect(() => countOrNone(text)).toThrow("whole");
});
