import { expect, it } from "vitest";
import { linksOf } from "./links-of";

it("takes each line for a link, or for something else", () => {
  expect(
    linksOf(" https://a.example/1.mp4\n\nhttp://b.example/2?x=1  https://a.example/1.mp4\n词"),
  ).toEqual({
    links: ["https://a.example/1.mp4", "http://b.example/2?x=1"],
    others: ["词"],
  });
  expect(linksOf("javascript:alert(1) https://me:you@a.example/ /film.mp4").links).toEqual([]);
});
