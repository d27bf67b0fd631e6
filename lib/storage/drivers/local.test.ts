import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import { describeDriver } from "../driver.contract";
import { compareKeys } from "../key-order";
import { newObjectKey } from "../object-key";
import { createLocalDriver } from "./local";
import { sortedEntries } from "./local/sorted-entries";

const roots: string[] = [];
const makeRoot = async () => {
  const root = await mkdtemp(join(tmpdir(), "vitrine-local-"));
  roots.push(root);
  return root;
};
const openAt = (root: string) =>
  createLocalDriver(deriveSecrets("s".repeat(32)), { root, uploadUrlSeconds: 3600 });

afterAll(async () => {
  for (const root of roots) await rm(root, { recursive: true, force: true });
});

describeDriver("local", async () => openAt(await makeRoot()));

describe("a local store", () => {
  let root: string;
  beforeAll(async () => {
    root = await makeRoot();
  });

  it("takes the parts of one upload through several processes", async () => {
    const [one, other] = await Promise.all([openAt(root), openAt(root)]);
    const request = {
      key: newObjectKey("client_001", "originals"),
      sizeBytes: 17 * 1024 * 1024,
      contentType: "video/mp4",
      expiresAt: new Date(Date.now() + 60_000),
    };
    const upload = { ...request, ...(await one.openUpload(request)) };
    const part = (n: number) => Readable.from([Buffer.alloc(n * 1024 * 1024, n)]);
    await Promise.all([
      one.putPart(upload, 1, part(8)),
      other.putPart(upload, 2, part(8)),
      other.putPart(upload, 3, part(1)),
    ]);
    const answers = await Promise.all([one.finishUpload(upload), other.finishUpload(upload)]);
    expect(answers).toEqual([{ sizeBytes: request.sizeBytes }, { sizeBytes: request.sizeBytes }]);
  });

  it("has one name for all processes that open it, also at the same moment", async () => {
    const fresh = await makeRoot();
    const opened = await Promise.all(Array.from({ length: 8 }, () => openAt(fresh)));
    const names = await Promise.all(opened.map((driver) => driver.sentinel()));
    expect(new Set(names).size).toBe(1);
    expect(names[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(await (await openAt(fresh)).sentinel()).toBe(names[0]);
    expect(await (await openAt(await makeRoot())).sentinel()).not.toBe(names[0]);
  });

  it("lists also beside the files of another program, each read anew for the next names", async () => {
    const root = await makeRoot();
    const driver = await openAt(root);
    const names = ["a.txt", "a/x", "a/y/z", "a0", "B", "Ä", "originals/x", "\u{1f600}", "\uffee"];
    for (const name of names) {
      const path = join(root, "client_001", name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, name);
    }
    const ours = newObjectKey("client_001", "originals");
    await driver.put(ours, Readable.from(["y"]), { contentType: "text/plain" });
    const theirs = names.map((name) => `client_001/${name}`);
    const sorted = [...theirs, ours].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const list = async (after?: string) => {
      const keys: string[] = [];
      for await (const { key } of driver.list("client_001/", after)) keys.push(key);
      return keys;
    };
    expect(await list()).toEqual(sorted);
    for (const [at, key] of sorted.entries()) expect(await list(key)).toEqual(sorted.slice(at + 1));

    const few = { compare: compareKeys, from: undefined, atOnce: 2 };
    const entries: string[] = [];
    for await (const name of sortedEntries(join(root, "client_001"), few)) entries.push(name);
    expect(entries).toEqual(["B", "a.txt", "a/", "a0", "originals/", "Ä", "\uffee", "\u{1f600}"]);
  });

  it("removes at start what a killed process left a day ago, and nothing younger", async () => {
    const driver = await openAt(root);
    const expiresAt = new Date(Date.now() - 1000);
    const request = { sizeBytes: 17 * 1024 * 1024, contentType: "video/mp4", expiresAt };
    const open = async () => {
      const key = newObjectKey("client_001", "originals");
      return (await driver.openUpload({ ...request, key })).storeUploadId ?? "";
    };
    const [oldUpload, youngUpload] = [await open(), await open()];
    await writeFile(join(root, "tmp", "old"), "x");
    await writeFile(join(root, "tmp", "young"), "x");
    const past = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(join(root, "tmp", "old"), past, past);
    await writeFile(join(root, "uploads", oldUpload, "expires"), past.toISOString());
    await utimes(join(root, "uploads", oldUpload), past, past);

    await openAt(root);
    expect(await readdir(join(root, "tmp"))).toEqual(["young"]);
    expect(await readdir(join(root, "uploads"))).toEqual([youngUpload]);
  });
});
