import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { storedArtifact, testClient, testRuntime } from "@/lib/testing";
import { clientQuota } from "./client-quota";

async function run(clientId: string, options: Parameters<typeof clientQuota>[2] = {}) {
  const out = new PassThrough();
  const code = await clientQuota(await testRuntime(), clientId, options, out);
  out.end();
  expect(code).toBe(0);
  return (await text(out)).split("\n").map((line) => line.replace(/ {2,}/, ": "));
}

it("says what a client has and may have, and changes only what is given", async () => {
  const { ctx, clientId } = await testClient();
  await storedArtifact(clientId);
  expect(await run(clientId)).toEqual([
    "storage: 1.0 kB of no limit",
    "files: 1 of no limit",
    "one file: no limit",
    "",
  ]);
  await run(clientId, { bytes: 10_000_000_000, objects: 5000 });
  expect(await run(clientId, { objects: "none", fileSize: 2_000_000_000 })).toEqual([
    "storage: 1.0 kB of 10.0 GB",
    "files: 1 of no limit",
    "one file: 2.0 GB",
    "",
  ]);
  const where = { clientId, action: "client.set-quota", actorId: "operator" };
  expect(await ctx.db.auditEvent.count({ where })).toBe(2);
});

it("names a client that there is not", async () => {
  await expect(run("nobody")).rejects.toThrow("There is no client nobody.");
});
