import { expect, it } from "vitest";
import { gatherChosen } from "./gather-files";

function file(name: string, webkitRelativePath = ""): File {
  return Object.assign(new File(["x"], name), { webkitRelativePath });
}

it("leaves out what is hidden or the system's, and counts it", () => {
  const { files, skipped, folder } = gatherChosen([
    file("a.mp4", "Spring/a.mp4"),
    file("b.mp4", "Spring/deep/b.mp4"),
    file(".DS_Store", "Spring/.DS_Store"),
    file("config", "Spring/.git/config"),
    file("Thumbs.db", "Spring/Thumbs.db"),
  ]);
  expect(files.map(({ file }) => file.name)).toEqual(["a.mp4", "b.mp4"]);
  expect({ skipped, folder }).toEqual({ skipped: 3, folder: "Spring" });
});

it("takes a file that was chosen by itself, whatever its name", () => {
  expect(gatherChosen([file("../../etc/passwd.mp4"), file(".menu.jpg")]).skipped).toBe(0);
});

it("names no folder where there is none", () => {
  expect(gatherChosen([file("a.mp4")])).not.toHaveProperty("folder");
});

it("says when it is too much at once", () => {
  const many = Array.from({ length: 1_001 }, (_, index) => file(`${index}.jpg`));
  expect(gatherChosen(many).isTooMany).toBe(true);
  expect(gatherChosen(many.slice(1)).isTooMany).toBe(false);
});
