import { expect, it } from "vitest";
import { timeZoneOf } from "./time-zone";

it("is what the browser told, and UTC where that is nonsense", () => {
  expect(timeZoneOf("Asia/Shanghai")).toBe("Asia/Shanghai");
  expect(timeZoneOf("Europe/Vienna")).toBe("Europe/Vienna");
  for (const nonsense of [undefined, "", "Mars/Olympus", "<script>"])
    expect(timeZoneOf(nonsense)).toBe("UTC");
});
