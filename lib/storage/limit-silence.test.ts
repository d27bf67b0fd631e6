import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { limitSilence } from "./limit-silence";

const limit = { backendId: "s3", timeoutSeconds: 0.2 };

it("a body that the store stops sending ends with an error", async () => {
  const body = new PassThrough();
  const limited = limitSilence(body, limit);
  body.write("half");
  await expect(buffer(limited)).rejects.toMatchObject({ reason: "store_down" });
  expect(body.destroyed).toBe(true);
});

it("a body that comes slowly arrives whole", async () => {
  const body = new PassThrough();
  const arriving = buffer(limitSilence(body, limit));
  for (const word of ["a", "b", "c", "d"]) {
    await sleep(100);
    body.write(word);
  }
  body.end();
  expect(String(await arriving)).toBe("abcd");
});

it("a reader who takes their time loses nothing", async () => {
  const body = new PassThrough();
  const limited = limitSilence(body, limit);
  const bytes = Buffer.alloc(1024 ** 2, "v");
  body.end(bytes);
  await sleep(500);
  expect((await buffer(limited)).equals(bytes)).toBe(true);
});

it("a body that breaks off says no more than the network's word", async () => {
  const body = new PassThrough();
  const limited = limitSilence(body, limit);
  body.write("half");
  body.destroy(Object.assign(new Error("Bearer secret"), { code: "ECONNRESET", config: {} }));
  const error = await buffer(limited).catch((error: Error) => error);
  expect(error).toMatchObject({ reason: "store_down", message: 'the store "s3": ECONNRESET' });
  expect(JSON.stringify(error)).not.toContain("secret");
});

it("a reader who leaves ends the store's answer", async () => {
  const body = new PassThrough();
  limitSilence(body, limit).destroy();
  await sleep(10);
  expect(body.destroyed).toBe(true);
});
