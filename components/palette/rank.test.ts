import { describe, expect, it } from "vitest";
import { rank } from "./rank";

const all = [
  { label: "Library", keywords: "files 素材库 sucaiku" },
  { label: "Screens", keywords: "displays 屏幕" },
  { label: "Add a screen", keywords: "pair 配对" },
  { label: "Réglages" },
];
const found = (query: string) => rank(query, all).map(({ label }) => label);

describe("rank", () => {
  it("keeps everything in its order while nothing is typed", () => {
    expect(found(" ")).toEqual(all.map(({ label }) => label));
  });

  it("puts what begins with the words before what merely has them", () => {
    expect(found("screen")).toEqual(["Screens", "Add a screen"]);
  });

  it("finds by other words, in either script and by their sound", () => {
    expect(found("素材")).toEqual(["Library"]);
    expect(found("sucai")).toEqual(["Library"]);
    expect(found("pair")).toEqual(["Add a screen"]);
  });

  it("does not mind case, accents, width and letters left out", () => {
    expect(found("regl")).toEqual(["Réglages"]);
    expect(found("ＬＩＢ")).toEqual(["Library"]);
    expect(found("lbry")).toEqual(["Library"]);
  });

  it("wants every word", () => {
    expect(found("add screen")).toEqual(["Add a screen"]);
    expect(found("add library")).toEqual([]);
  });
});
