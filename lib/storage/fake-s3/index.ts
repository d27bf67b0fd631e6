import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type BucketStore, createBucketStore } from "./bucket-store";
import { assertConfined } from "./confinement";
import { corsHeaders } from "./cors-headers";
import { createFaults, type Faults, half, suffer } from "./faults";
import { nameOf } from "./name-of";
import { operations } from "./operations";
import { type FakeProfile, profileChecks } from "./profiles";
import { S3Refusal } from "./refusal";
import { resolveLocalhost } from "./resolve-localhost";
import { assertSigned } from "./signature";
import { xml } from "./xml";

export interface FakeS3 {
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  faults: Faults;
  /** Milliseconds that the store's clock is ahead of ours. */
  clock: { aheadMs: number };
  /** Whether pages of other origins may use it. */
  cors: { isAllowed: boolean };
  /** The beginning of the names that the key is confined to, if it is. */
  key: { confinedTo: string | undefined };
  bucket(name: string): BucketStore;
  /** Every operation since the start, by name. */
  seen: string[];
  stop(): Promise<void>;
}

/**
 * For tests: an S3 server in this process that verifies signatures, refuses what the store of its
 * profile refuses, and fails when it is told to. Buckets are there once they are named.
 */
export async function startFakeS3(profile: FakeProfile = "plain"): Promise<FakeS3> {
  resolveLocalhost();
  const buckets = new Map<string, BucketStore>();
  const faults = createFaults();
  const clock = { aheadMs: 0 };
  const cors = { isAllowed: true };
  const keyRights: FakeS3["key"] = { confinedTo: undefined };
  const seen: string[] = [];
  const credentials = { accessKeyId: "FAKEKEY", secretAccessKey: "fake/secret+key" };
  const bucket = (name: string) => {
    const store = buckets.get(name) ?? createBucketStore();
    buckets.set(name, store);
    return store;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // The clock that clients learn ours from.
    response.sendDate = false;
    response.setHeader("date", new Date(Date.now() + clock.aheadMs).toUTCString());
    if (cors.isAllowed) {
      for (const [name, value] of Object.entries(corsHeaders)) response.setHeader(name, value);
    }
    if (request.method === "OPTIONS") {
      response.writeHead(cors.isAllowed ? 200 : 403).end();
      return;
    }
    const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://localhost");
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    const pathStyle = !host.endsWith(".localhost");
    const [first = "", ...rest] = pathname.slice(1).split("/").map(decodeURIComponent);
    const name = pathStyle ? first : host.slice(0, -".localhost".length);
    const key = (pathStyle ? rest : [first, ...rest]).join("/");
    const operation = nameOf(request.method ?? "GET", key, query);
    seen.push(operation);
    const fault = faults.take(operation);
    if (!(await suffer(fault, response))) return;
    const body = await buffer(request);
    assertSigned(request, body, credentials, Date.now() + clock.aheadMs);
    for (const check of profileChecks[profile]) check({ request, pathStyle });
    const [prefix, isThere] = [query.get("prefix") ?? "", bucket(name).objects.has(key)];
    assertConfined(keyRights.confinedTo, { operation, key, prefix, isThere });
    const work = operations[operation];
    if (!work) throw new S3Refusal(501, "NotImplemented", operation);
    const { headers } = request;
    const made = work({ store: bucket(name), profile, bucket: name, key, query, headers, body });
    if (fault === "forgets") bucket(name).objects.delete(key);
    if (fault === "lost_answer") return void response.destroy();
    response.writeHead(made.status, made.headers);
    if (fault === "stall") return void response.write(half(made));
    response.end(request.method === "HEAD" ? undefined : made.body);
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      const refusal = error instanceof S3Refusal ? error : new S3Refusal(500, "InternalError");
      const body = xml("Error", { Code: refusal.code, Message: refusal.message });
      response.writeHead(refusal.status, { "content-type": "application/xml" });
      response.end(request.method === "HEAD" ? undefined : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://localhost:${port}`,
    ...{ credentials, faults, clock, cors, key: keyRights, bucket, seen },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
