import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import type { ServedDriver } from "../driver";
import { newObjectKey } from "../object-key";
import { canMount, mountSmallDisk, unmount } from "../small-disk";
import { createLocalDriver } from "./local";

const mebibyte = 1024 * 1024;
const contentType = "video/mp4";
const diskFull = { code: "unavailable", reason: "disk_full" };

describe.runIf(canMount())("a local store on a full disk", () => {
  let root: string;
  let driver: ServedDriver;
  const key = () => newObjectKey("client_001", "originals");
  const expiresAt = new Date(Date.now() + 60_000);

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "vitrine-full-"));
    mountSmallDisk(root, 40);
    driver = await createLocalDriver(deriveSecrets("s".repeat(32)), {
      root,
      uploadUrlSeconds: 60,
    });
  });
  afterAll(async () => {
    unmount(root);
    await rm(root, { recursive: true });
  });

  it("refuses an upload that has no room, before its first byte", async () => {
    const request = { key: key(), sizeBytes: 41 * mebibyte, contentType, expiresAt };
    await expect(driver.openUpload(request)).rejects.toMatchObject(diskFull);
    expect(await readdir(join(root, "uploads"))).toEqual([]);
  });

  it("refuses a file that has no room, before its first byte", async () => {
    const body = Readable.from(pieces(39));
    const read = body.read.bind(body);
    let isRead = false;
    body.read = (size) => {
      isRead = true;
      return read(size);
    };
    // It would fit, but for what is kept free.
    const options = { contentType, sizeBytes: 39.8 * mebibyte };
    await expect(driver.put(key(), body, options)).rejects.toMatchObject(diskFull);
    expect([isRead, body.destroyed]).toEqual([false, true]);
    expect(await readdir(join(root, "tmp"))).toEqual([]);
  });

  it("stops a file of unknown length before the disk is full, and keeps nothing", async () => {
    let taken = 0;
    const body = Readable.from(
      (function* () {
        for (const piece of pieces(60)) {
          taken += 1;
          yield piece;
        }
      })(),
      { highWaterMark: 1 },
    );
    await expect(driver.put(key(), body, { contentType })).rejects.toMatchObject(diskFull);
    expect(taken).toBeLessThan(39);
    expect(body.destroyed).toBe(true);
    expect(await readdir(join(root, "tmp"))).toEqual([]);
  });

  it("says so of a file that no longer fits, and keeps nothing of it", async () => {
    const body = () => Readable.from(pieces(41));
    const options = { contentType, sizeBytes: 41 * mebibyte };
    const name = key();
    await expect(driver.put(name, body(), options)).rejects.toMatchObject(diskFull);
    await expect(driver.head(name)).rejects.toMatchObject({ code: "not_found" });
    expect(await readdir(join(root, "tmp"))).toEqual([]);
  });

  it("says so of a part that no longer fits, does not count it, and goes on with room", async () => {
    const request = { key: key(), sizeBytes: 24 * mebibyte, contentType, expiresAt };
    const upload = { ...request, ...(await driver.openUpload(request)) };
    const filler = key();
    await driver.put(filler, Readable.from(pieces(20)), { contentType });
    const part = () => Readable.from(pieces(8));
    await driver.putPart(upload, 1, part());
    await driver.putPart(upload, 2, part());
    await expect(driver.putPart(upload, 3, part())).rejects.toMatchObject(diskFull);
    expect((await driver.listParts(upload)).map((arrived) => arrived.partNumber)).toEqual([1, 2]);
    await expect(driver.finishUpload(upload)).rejects.toMatchObject({
      reason: "upload_incomplete",
    });
    await driver.delete(filler);
    await driver.putPart(upload, 3, part());
    expect(await driver.finishUpload(upload)).toEqual({ sizeBytes: 24 * mebibyte });
  });
});

function* pieces(count: number): Generator<Buffer> {
  const piece = randomBytes(mebibyte);
  for (let i = 0; i < count; i++) yield piece;
}
