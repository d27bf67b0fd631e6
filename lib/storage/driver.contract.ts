import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { type BegunUpload, type Driver, isServed, type UploadHandle } from "./driver";
import { itLists } from "./listing.contract";
import { newObjectKey } from "./object-key";
import { partCount } from "./part-plan";
import { sendBySignedUrl } from "./send-by-signed-url";

const mebibyte = 1024 * 1024;
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const contentType = "application/octet-stream";

/** What every driver must do, whatever keeps the bytes. */
export function describeDriver(name: string, make: () => Promise<Driver>): void {
  describe(`driver ${name}`, () => {
    let driver: Driver;
    const put = (key: string, bytes: Buffer, onlyNew = false) =>
      driver.put(key, Readable.from([bytes]), { contentType, sizeBytes: bytes.length, onlyNew });
    /** As a sender does it: by our own data plane, or at the store itself. */
    const putPart = (upload: UploadHandle, partNumber: number, body: Readable) =>
      isServed(driver)
        ? driver.putPart(upload, partNumber, body)
        : sendBySignedUrl(driver, upload, partNumber, body);
    const read = async (key: string, range?: { start: number; end: number }) =>
      buffer(await driver.get(key, range));
    const freshKey = () => newObjectKey("client_001", "originals");
    const open = async (sizeBytes: number): Promise<UploadHandle> => {
      const request = {
        key: freshKey(),
        sizeBytes,
        contentType,
        expiresAt: new Date(Date.now() + 60_000),
      };
      return { ...request, ...(await driver.openUpload(request)) };
    };
    const slice = (bytes: Buffer, upload: UploadHandle, partNumber: number) => {
      const size = upload.partSizeBytes ?? bytes.length;
      return Readable.from([bytes.subarray((partNumber - 1) * size, partNumber * size)]);
    };

    beforeAll(async () => {
      driver = await make();
    });

    it("gives back what was put, with its hash, whole and in ranges", async () => {
      const key = freshKey();
      const bytes = randomBytes(3 * mebibyte + 7);
      const stored = { sizeBytes: bytes.length, sha256: sha256(bytes) };
      expect(await put(key, bytes)).toMatchObject(stored);
      expect(await driver.head(key)).toMatchObject({ sizeBytes: bytes.length });
      expect((await read(key)).equals(bytes)).toBe(true);
      const middle = await read(key, { start: 5, end: 2 * mebibyte });
      expect(middle.equals(bytes.subarray(5, 2 * mebibyte + 1))).toBe(true);
      expect(await read(key, { start: bytes.length - 1, end: bytes.length - 1 })).toHaveLength(1);
    });

    it("keeps an object of no bytes", async () => {
      const key = freshKey();
      expect(await put(key, Buffer.alloc(0))).toMatchObject({
        sizeBytes: 0,
        sha256: sha256(Buffer.alloc(0)),
      });
      expect(await read(key)).toHaveLength(0);
    });

    it("replaces what a key held, unless it was asked to be the first", async () => {
      const key = freshKey();
      await put(key, Buffer.from("one"));
      await put(key, Buffer.from("two"));
      expect((await read(key)).toString()).toBe("two");
      await expect(put(key, Buffer.from("six"), true)).rejects.toMatchObject({
        code: "conflict",
        reason: "object_exists",
      });
      expect((await put(key, Buffer.from("two"), true)).sizeBytes).toBe(3);
      expect((await read(key)).toString()).toBe("two");
    });

    itLists(() => driver);

    it("says not_found of what is not there, and deletes it without complaint", async () => {
      const key = freshKey();
      await expect(driver.head(key)).rejects.toMatchObject({ code: "not_found" });
      await expect(driver.get(key)).rejects.toMatchObject({ code: "not_found" });
      await driver.delete(key);
      await put(key, Buffer.from("x"));
      await driver.delete(key);
      await expect(driver.head(key)).rejects.toMatchObject({ code: "not_found" });
    });

    it.each([2, 4])("refuses %i bytes where three were announced, and keeps nothing", async (n) => {
      const key = freshKey();
      const body = Readable.from([Buffer.alloc(n)]);
      await expect(driver.put(key, body, { contentType, sizeBytes: 3 })).rejects.toMatchObject({
        code: "invalid",
        reason: "size_mismatch",
      });
      expect(body.destroyed).toBe(true);
      await expect(driver.head(key)).rejects.toMatchObject({ code: "not_found" });
    });

    it("keeps nothing of a body that breaks off", async () => {
      const key = freshKey();
      const body = Readable.from(
        (function* () {
          yield Buffer.alloc(1000);
          throw new Error("the cable was cut");
        })(),
      );
      await expect(driver.put(key, body, { contentType, sizeBytes: 2000 })).rejects.toThrow(
        "cable",
      );
      await expect(driver.head(key)).rejects.toMatchObject({ code: "not_found" });
    });

    it.each(["../etc/passwd", "/a", "client_001//x", "client_001\\x", "client_001/originals/\0"])(
      "refuses the key %j",
      async (key) => {
        await expect(put(key, Buffer.from("x"))).rejects.toMatchObject({ reason: "bad_key" });
        await expect(driver.get(key)).rejects.toMatchObject({ reason: "bad_key" });
        await expect(driver.delete(key)).rejects.toMatchObject({ reason: "bad_key" });
      },
    );

    describe("upload in one PUT", () => {
      it.each([0, 12])("finishes when its %i bytes are there, also when asked twice", async (n) => {
        const upload = await open(n);
        expect(upload.partSizeBytes).toBeUndefined();
        expect(await driver.listParts(upload)).toEqual([]);
        await expect(driver.finishUpload(upload)).rejects.toMatchObject({
          code: "precondition_failed",
          reason: "upload_incomplete",
        });
        await put(upload.key, Buffer.alloc(n), true);
        expect(await driver.listParts(upload)).toEqual([{ partNumber: 1, sizeBytes: n }]);
        expect(await driver.finishUpload(upload)).toMatchObject({ sizeBytes: n });
        expect(await driver.finishUpload(upload)).toMatchObject({ sizeBytes: n });
      });

      it("does not finish with another number of bytes", async () => {
        const upload = await open(12);
        await put(upload.key, Buffer.alloc(11));
        await expect(driver.finishUpload(upload)).rejects.toMatchObject({
          code: "precondition_failed",
          reason: "upload_size_mismatch",
        });
      });
    });

    describe("upload in parts", () => {
      const bytes = randomBytes(16 * mebibyte + 5);

      it("makes one object of parts that come in any order, side by side, and twice", async () => {
        const upload = await open(bytes.length);
        expect(partCount(upload)).toBe(3);
        await Promise.all([3, 1].map((n) => putPart(upload, n, slice(bytes, upload, n))));
        await putPart(upload, 3, slice(bytes, upload, 3));
        expect(await driver.listParts(upload)).toEqual([
          { partNumber: 1, sizeBytes: upload.partSizeBytes },
          { partNumber: 3, sizeBytes: 5 },
        ]);
        await expect(driver.finishUpload(upload)).rejects.toMatchObject({
          reason: "upload_incomplete",
        });
        await expect(driver.head(upload.key)).rejects.toMatchObject({ code: "not_found" });

        await putPart(upload, 2, slice(bytes, upload, 2));
        const finished = await Promise.all([
          driver.finishUpload(upload),
          driver.finishUpload(upload),
        ]);
        expect(finished).toMatchObject([{ sizeBytes: bytes.length }, { sizeBytes: bytes.length }]);
        expect(await driver.finishUpload(upload)).toMatchObject({ sizeBytes: bytes.length });
        expect(sha256(await read(upload.key))).toBe(sha256(bytes));
      });

      it("has every part once it is finished, so that nobody sends them again", async () => {
        const upload = await open(bytes.length);
        for (const n of [1, 2, 3]) await putPart(upload, n, slice(bytes, upload, n));
        const before = await driver.listParts(upload);
        await driver.finishUpload(upload);
        expect(before).toHaveLength(3);
        expect(await driver.listParts(upload)).toEqual(before);
      });

      it("refuses a part with a byte too many or too few, or a number beyond the plan", async () => {
        const upload = await open(bytes.length);
        for (const length of [4, 6]) {
          await expect(
            putPart(upload, 3, Readable.from([Buffer.alloc(length)])),
          ).rejects.toMatchObject({ code: "invalid", reason: "size_mismatch" });
        }
        for (const partNumber of [0, 4, 1.5]) {
          const expected = { code: "invalid", reason: "part_out_of_range" };
          await expect(
            putPart(upload, partNumber, Readable.from([Buffer.alloc(5)])),
          ).rejects.toMatchObject(expected);
          await expect(driver.signParts(upload, [partNumber])).rejects.toMatchObject(expected);
        }
        expect(await driver.listParts(upload)).toEqual([]);
      });

      it("forgets an aborted upload, and has no place for its late parts", async () => {
        const upload = await open(bytes.length);
        await putPart(upload, 1, slice(bytes, upload, 1));
        await driver.abortUpload(upload);
        await driver.abortUpload(upload);
        expect(await driver.listParts(upload)).toEqual([]);
        await expect(putPart(upload, 2, slice(bytes, upload, 2))).rejects.toMatchObject({
          code: "not_found",
          reason: "upload_gone",
        });
      });

      it("tells a client's uploads that were begun, and forgets one without its object", async () => {
        if (!driver.listUploads || !driver.dropUpload) return;
        const begun = async () => {
          const found: BegunUpload[] = [];
          for await (const one of driver.listUploads?.("client_001") ?? []) found.push(one);
          return found;
        };
        const [upload, finished] = [await open(bytes.length), await open(bytes.length)];
        for (const n of [1, 2, 3]) await putPart(finished, n, slice(bytes, finished, n));
        await driver.finishUpload(finished);
        await put(upload.key, Buffer.from("an object"));

        const { key, storeUploadId = "" } = upload;
        const mine = (await begun()).filter((one) => one.storeUploadId === storeUploadId);
        expect(mine).toMatchObject([{ key, storeUploadId }]);
        expect(Math.abs(Number(mine[0]?.openedAt) - Date.now())).toBeLessThan(60_000);
        expect((await begun()).map((one) => one.key)).not.toContain(finished.key);
        for await (const one of driver.listUploads("client_00")) expect(one).toBeUndefined();

        await driver.dropUpload({ key, storeUploadId });
        await driver.dropUpload({ key, storeUploadId });
        expect((await begun()).map((one) => one.key)).not.toContain(key);
        expect((await read(key)).toString()).toBe("an object");
      });

      it("leaves a finished object alone when a part comes late", async () => {
        const upload = await open(bytes.length);
        for (const n of [1, 2, 3]) await putPart(upload, n, slice(bytes, upload, n));
        await driver.finishUpload(upload);
        await expect(
          putPart(upload, 3, Readable.from([Buffer.alloc(5, "x")])),
        ).rejects.toMatchObject({ reason: "upload_gone" });
        expect(sha256(await read(upload.key))).toBe(sha256(bytes));
        await driver.abortUpload(upload);
        await expect(driver.head(upload.key)).rejects.toMatchObject({ code: "not_found" });
      });
    });
  });
}
