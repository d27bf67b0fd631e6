import { expect, it } from "vitest";
import { layoutOf, layoutText } from "./layout";

it("is what was chosen last, and the usual one where nothing sensible was kept", () => {
  const chosen = { shape: "table", density: "compact", sort: "name", columns: 5 } as const;
  expect(layoutOf(layoutText(chosen))).toEqual(chosen);
  const usual = { shape: "grid", density: "comfortable", sort: "newest", columns: undefined };
  expect(layoutOf(undefined)).toEqual(usual);
  expect(layoutOf("wild.<b>.")).toEqual(usual);
});
