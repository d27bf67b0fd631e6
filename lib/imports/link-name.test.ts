import { expect, it } from "vitest";
import { linkName } from "./link-name";

const url = new URL("https://cdn.example/2026/%E6%98%A5%E5%AD%A3.mp4?token=secret");
const latin1 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

it.each([
  [undefined, "春季.mp4"],
  ["attachment", "春季.mp4"],
  ['attachment; filename="Spring menu.mp4"', "Spring menu.mp4"],
  ["attachment; filename=Spring.mp4", "Spring.mp4"],
  ["attachment; filename=\"x.mp4\"; filename*=UTF-8''%E5%A4%8F.mp4", "夏.mp4"],
  [`attachment; filename="${latin1("秋.mp4")}"`, "秋.mp4"],
  ['attachment; filename="../../etc/passwd"', "passwd"],
  ['attachment; filename="C:\\\\films\\\\a.mp4"', "a.mp4"],
  ['attachment; filename="  "', "春季.mp4"],
])("calls what %s announces %s", (disposition, name) => {
  expect(linkName(url, disposition)).toBe(name);
});

it("falls back to the host, and never takes more than a name may have", () => {
  expect(linkName(new URL("https://cdn.example/"), undefined)).toBe("cdn.example");
  expect(linkName(new URL(`https://cdn.example/${"x".repeat(400)}`), undefined)).toHaveLength(255);
});
