import { expect, it } from "vitest";
import { createProgressBar } from "./progress-bar";

function barOn(isTTY: boolean) {
  let text = "";
  let at = 0;
  const target = { isTTY, write: (more: string) => (text += more) };
  const bar = createProgressBar(target, () => at);
  return { bar, after: (ms: number) => (at += ms), text: () => text };
}

it("draws over its own line how far it is, how fast, and how long yet", () => {
  const { bar, after, text } = barOn(true);
  bar.start({ files: 4, bytes: 4_000_000 });
  after(2_000);
  bar.add(1_000_000);
  const last = text().split("\u001b[2K").at(-1);
  expect(last).toBe(
    `${"█".repeat(8)}${"░".repeat(22)} 25 %  1 of 4 files, 1.0 MB of 4.0 MB, 500 kB/s, 6 s left`,
  );
  after(10);
  bar.add(1_000_000);
  expect(text().split("\u001b[2K").at(-1)).toBe(last);
});

it("writes a line now and then where lines stay, and counts what has come meanwhile", () => {
  const { bar, after, text } = barOn(false);
  bar.start({ files: 1, bytes: 0 });
  for (const _ of [1, 2]) {
    after(3_000);
    bar.add(0);
  }
  bar.say("one is damaged");
  bar.end();
  const lines = text().trim().split("\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain(" 0 %  0 of 1 files");
  expect(lines[2]).toBe("one is damaged");
  expect(lines[3]).toContain("100 %  2 of 2 files");
});
