import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { SignedRequest } from "@/lib/storage";
import { signDataUrl, verifyReceipt } from "@/lib/storage";
import { startDataPlane } from "./test-server";

const mebibyte = 1024 * 1024;
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
let plane: Awaited<ReturnType<typeof startDataPlane>>;

const send = ({ url, method, headers }: SignedRequest, bytes: Buffer, more = {}) =>
  plane.fetch(url, { method, headers: { ...headers, ...more }, body: new Uint8Array(bytes) });

beforeAll(async () => {
  plane = await startDataPlane();
  return plane.close;
});

async function dial(head: string): Promise<Socket> {
  const socket = connect(plane.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(`${head}\r\nhost: 127.0.0.1\r\n\r\n`);
  return socket;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(10);
}

describe("a PUT of a whole file", () => {
  it.each([0, 1, 11 * mebibyte])(
    "of %i bytes is stored, and answered with a receipt",
    async (n) => {
      const bytes = randomBytes(n);
      const upload = await plane.open(n);
      const response = await send(await plane.driver.signPut(upload), bytes);
      expect(response.status).toBe(200);
      expect(response.headers.get("etag")).toBe(`"${sha256(bytes)}"`);
      const receipt = response.headers.get("x-vitrine-receipt") ?? "";
      expect(verifyReceipt(plane.runtime.secrets, receipt)).toEqual({
        key: upload.key,
        sizeBytes: n,
        sha256: sha256(bytes),
      });
      expect(await plane.driver.finishUpload(upload)).toEqual({ sizeBytes: n });
      expect(await plane.leftovers()).toEqual([]);
    },
  );

  it("may be sent again, but never with other bytes", async () => {
    const upload = await plane.open(5);
    const request = await plane.driver.signPut(upload);
    expect((await send(request, Buffer.from("first"))).status).toBe(200);
    expect((await send(request, Buffer.from("first"))).status).toBe(200);
    const other = await send(request, Buffer.from("other"));
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: "conflict", reason: "object_exists" });
  });

  it("is refused when it is not as long as was signed", async () => {
    const upload = await plane.open(5);
    const response = await send(await plane.driver.signPut(upload), Buffer.alloc(6));
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      code: "invalid",
      reason: "size_mismatch",
      params: { expectedBytes: 5, receivedBytes: 6 },
    });
    await expect(plane.driver.head(upload.key)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is refused without a length", async () => {
    const { url } = await plane.driver.signPut(await plane.open(5));
    const socket = await dial(`PUT ${url} HTTP/1.1\r\ntransfer-encoding: chunked`);
    socket.write("5\r\nhello\r\n0\r\n\r\n");
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1.1 400 .*"reason":"length_required"/s);
    socket.destroy();
  });

  it("is refused as another type than was signed", async () => {
    const request = await plane.driver.signPut(await plane.open(5));
    const response = await send(request, Buffer.alloc(5), { "content-type": "text/html" });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ reason: "bad_signature" });
  });

  it("is refused with an altered or expired signature, in the sender's language", async () => {
    const upload = await plane.open(5);
    const request = await plane.driver.signPut(upload);
    const altered = { ...request, url: request.url.replace("sizeBytes=5", "sizeBytes=6") };
    const forged = await send(altered, Buffer.alloc(6));
    expect(forged.status).toBe(403);
    expect(await forged.json()).toMatchObject({ code: "forbidden", reason: "bad_signature" });

    const expired = { ...upload, expiresAt: new Date(Date.now() - 1000) };
    const late = await send(await plane.driver.signPut(expired), Buffer.alloc(5), {
      "accept-language": "zh-CN",
    });
    expect(late.status).toBe(403);
    expect(late.headers.get("access-control-allow-origin")).toBe("*");
    expect(await late.json()).toMatchObject({
      reason: "url_expired",
      detail: expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  it("that is cut midway leaves no object and no file", async () => {
    const upload = await plane.open(10 * mebibyte);
    const { url } = await plane.driver.signPut(upload);
    const socket = await dial(
      `PUT ${url} HTTP/1.1\r\ncontent-type: video/mp4\r\ncontent-length: ${upload.sizeBytes}`,
    );
    socket.write(randomBytes(3 * mebibyte));
    await until(async () => (await plane.leftovers()).length > 0);
    socket.destroy();
    await until(async () => (await plane.leftovers()).length === 0);
    await expect(plane.driver.head(upload.key)).rejects.toMatchObject({ code: "not_found" });
    await expect(plane.driver.finishUpload(upload)).rejects.toMatchObject({
      reason: "upload_incomplete",
    });
  });

  it("hears a refusal although its bytes are still on their way", async () => {
    const { url } = await plane.driver.signPut(await plane.open(5));
    const size = 30 * mebibyte;
    const response = await plane.fetch(`${url}x`, { method: "PUT", body: randomBytes(size) });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ reason: "bad_signature" });
  });

  it("that asks first is told before it sends", async () => {
    const upload = await plane.open(5);
    const { url } = await plane.driver.signPut(upload);
    const headers = "content-type: video/mp4\r\ncontent-length: 5\r\nexpect: 100-continue";
    const refused = await dial(`PUT ${url}x HTTP/1.1\r\n${headers}`);
    expect(String((await once(refused, "data"))[0])).toMatch(/^HTTP\/1.1 403 /);
    refused.destroy();

    const welcome = await dial(`PUT ${url} HTTP/1.1\r\nconnection: close\r\n${headers}`);
    expect(String((await once(welcome, "data"))[0])).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    welcome.write("hello");
    expect(await text(welcome)).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe("PUTs of parts", () => {
  const bytes = randomBytes(20 * mebibyte + 3);

  it("side by side make the file", async () => {
    const upload = await plane.open(bytes.length);
    const size = upload.partSizeBytes ?? 0;
    const requests = await plane.driver.signParts(upload, [1, 2, 3]);
    const sent = requests.map((request, index) =>
      send(request, bytes.subarray(index * size, (index + 1) * size)),
    );
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await plane.driver.finishUpload(upload)).toEqual({ sizeBytes: bytes.length });
    const hash = createHash("sha256");
    for await (const chunk of await plane.driver.get(upload.key)) hash.update(chunk);
    expect(hash.digest("hex")).toBe(sha256(bytes));
    expect(await plane.leftovers()).toEqual([]);
  });

  it("have no place beyond the last, or with another length", async () => {
    const upload = await plane.open(bytes.length);
    const grant = {
      kind: "part" as const,
      encodings: [],
      backendId: "local",
      key: upload.key,
      sizeBytes: upload.sizeBytes,
      partSizeBytes: upload.partSizeBytes ?? 0,
      storeUploadId: upload.storeUploadId ?? "",
      expires: Math.floor(Date.now() / 1000) + 60,
    };
    const put = (partNumber: number, length: number) => {
      const url = signDataUrl(plane.runtime.secrets, { ...grant, partNumber });
      return send({ method: "PUT", url, headers: {} }, Buffer.alloc(length));
    };
    for (const [partNumber, length] of [
      [0, 1],
      [4, 3],
      [1.5, 3],
    ] as const) {
      const response = await put(partNumber, length);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ reason: "part_out_of_range" });
    }
    const short = await put(3, 2);
    expect(short.status).toBe(400);
    expect(await short.json()).toMatchObject({ reason: "size_mismatch" });
    expect(await plane.driver.listParts(upload)).toEqual([]);
    await plane.driver.abortUpload(upload);
  });

  it("cut midway do not count, and the newer of two of the same wins", async () => {
    const upload = await plane.open(bytes.length);
    const size = upload.partSizeBytes ?? 0;
    const [first] = await plane.driver.signParts(upload, [1]);
    if (!first) throw new Error("no request");
    const stalled = await dial(`PUT ${first.url} HTTP/1.1\r\ncontent-length: ${size}`);
    stalled.write(Buffer.alloc(2 * mebibyte, "x"));
    const refusal = once(stalled, "data");
    await sleep(50);
    expect((await send(first, bytes.subarray(0, size))).status).toBe(200);
    expect(String((await refusal)[0])).toMatch(/^HTTP.1.1 409 .*"part_superseded"/s);
    stalled.destroy();
    expect(await plane.driver.listParts(upload)).toEqual([{ partNumber: 1, sizeBytes: size }]);
    for (const request of await plane.driver.signParts(upload, [2, 3])) {
      const start = ((request.partNumber ?? 0) - 1) * size;
      expect((await send(request, bytes.subarray(start, start + size))).status).toBe(200);
    }
    await plane.driver.finishUpload(upload);
    const hash = createHash("sha256");
    for await (const chunk of await plane.driver.get(upload.key)) hash.update(chunk);
    expect(hash.digest("hex")).toBe(sha256(bytes));
  });

  it("of an upload that was finished or aborted are refused", async () => {
    const upload = await plane.open(bytes.length);
    const [first] = await plane.driver.signParts(upload, [1]);
    if (!first) throw new Error("no request");
    await plane.driver.abortUpload(upload);
    const response = await send(first, bytes.subarray(0, upload.partSizeBytes));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ reason: "upload_gone" });
  });
});
