import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterEach, expect, it } from "vitest";
import { profileOf } from "../store-profile";
import { createDataClient } from "./client";

const mebibyte = 1024 ** 2;
let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function clientOf(answer: RequestListener) {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const options = {
    ...{ backendId: "s3", endpoint: `http://127.0.0.1:${port}`, region: "us-east-1" },
    ...{ bucket: "media", createsBucket: false, uploadUrlSeconds: 60, timeoutSeconds: 1 },
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  };
  return createDataClient(options, profileOf("other"));
}

it("a part that takes longer than the time-out arrives while its bytes go on", async () => {
  let received = 0;
  const client = await clientOf(async (request, response) => {
    for await (const chunk of request) {
      const before = Math.floor(received / mebibyte / 4);
      received += (chunk as Buffer).length;
      if (Math.floor(received / mebibyte / 4) > before) await sleep(250);
    }
    response.end();
  });
  const Body = Buffer.alloc(32 * mebibyte);
  await client.send(new PutObjectCommand({ Bucket: "media", Key: "a", Body }));
  expect(received).toBe(Body.length);
});

it("a store that takes no more bytes is given up", async () => {
  const client = await clientOf((request) => void request.pause());
  const Body = Buffer.alloc(64 * mebibyte);
  const sent = client.send(new PutObjectCommand({ Bucket: "media", Key: "a", Body }));
  await expect(sent).rejects.toMatchObject({ name: "TimeoutError" });
}, 20_000);
