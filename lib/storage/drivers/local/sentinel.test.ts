import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readSentinel } from "./sentinel";

vi.mock("node:fs/promises", async (importActual) => ({
  ...(await importActual<object>()),
  link: async () => {
    throw Object.assign(new Error("no hard links here"), { code: "EPERM" });
  },
}));

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "vitrine-fat-"));
});
afterEach(() => rm(root, { recursive: true }));

describe("a volume without hard links", () => {
  it("has one name for all who open it at the same moment", async () => {
    const names = await Promise.all(Array.from({ length: 16 }, () => readSentinel(root)));
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(await readSentinel(root)).toBe(names[0]);
    expect(await readdir(root)).toEqual([".vitrine-store"]);
  });

  it("is waited for while another process writes the name", async () => {
    const path = join(root, ".vitrine-store");
    await writeFile(path, "");
    const reading = readSentinel(root);
    await sleep(120);
    await writeFile(path, "the other's\n");
    expect(await reading).toBe("the other's");
  });
});
