import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type BucketStore, createBucketStore } from "../fake-s3/bucket-store";
import { assertConfined } from "../fake-s3/confinement";
import { corsHeaders } from "../fake-s3/cors-headers";
import { createFaults, type Faults, half, suffer } from "../fake-s3/faults";
import { nameOf } from "../fake-s3/name-of";
import type { Answered } from "../fake-s3/operations";
import { S3Refusal } from "../fake-s3/refusal";
import { xml } from "../fake-s3/xml";
import { answerJson, type Buckets, jsonOperation, jsonRefusal } from "./json-api";
import { assertSigned } from "./signature";
import { createUploads } from "./uploads";
import { answerXml } from "./xml-api";

export interface FakeGcs {
  apiEndpoint: string;
  credentials: { client_email: string; private_key: string };
  faults: Faults;
  clock: { aheadMs: number };
  buckets: Map<string, BucketStore>;
  /** The beginning of the names that the account is confined to, if it is. */
  key: { confinedTo: string | undefined };
  /** Every operation since the start, by name. */
  seen: string[];
  stop(): Promise<void>;
}

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const account = "vitrine@fake.iam.gserviceaccount.com";

/**
 * For tests: Google Cloud Storage in this process, its JSON interface without tokens and its XML
 * interface with V4 signatures that it verifies; it fails when it is told to.
 */
export async function startFakeGcs(...names: string[]): Promise<FakeGcs> {
  const buckets = new Map(names.map((name) => [name, createBucketStore()]));
  const faults = createFaults();
  const clock = { aheadMs: 0 };
  const keyRights: FakeGcs["key"] = { confinedTo: undefined };
  const seen: string[] = [];
  const known: Buckets = {
    find(name) {
      const store = buckets.get(name);
      if (store) return store;
      throw new S3Refusal(404, "NoSuchBucket", "The specified bucket does not exist.");
    },
    make(name, settings) {
      if (buckets.has(name)) throw new S3Refusal(409, "conflict");
      const store = createBucketStore();
      store.settings.set("bucket", JSON.stringify(settings));
      buckets.set(name, store);
    },
  };
  const upload = createUploads(known.find);

  async function work(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", headers } = request;
    response.sendDate = false;
    response.setHeader("date", new Date(Date.now() + clock.aheadMs).toUTCString());
    const origin = `http://${headers.host}`;
    const { pathname, searchParams: query } = new URL(request.url ?? "/", origin);
    for (const [name, value] of Object.entries(corsHeaders)) response.setHeader(name, value);
    if (method === "OPTIONS") return void response.writeHead(200).end();
    const isJson = /^\/(upload\/)?storage\/v1\//.test(pathname);
    const finish = async (operation: string, answer: (body: Buffer) => Answered) => {
      seen.push(operation);
      const fault = faults.take(operation);
      if (!(await suffer(fault, response))) return;
      const made = answer(await buffer(request));
      if (fault === "lost_answer") return void response.destroy();
      response.writeHead(made.status, made.headers);
      if (fault === "stall") return void response.write(half(made));
      response.end(method === "HEAD" ? undefined : made.body);
    };
    if (isJson) {
      const [, isUpload, bucket = "", isListing, object] =
        /^\/(upload\/)?storage\/v1\/b(?:\/([^/]+)(\/o)?(?:\/(.+))?)?\/?$/.exec(pathname) ?? [];
      if (isUpload) {
        const call = { method, bucket, query, headers, origin };
        return finish("PutObject", (body) => upload({ ...call, body }));
      }
      const asked = {
        ...{ method, bucket, query, headers },
        object: object === undefined ? undefined : decodeURIComponent(object),
        isListing: isListing !== undefined && object === undefined,
      };
      const named = jsonOperation({ ...asked, body: Buffer.alloc(0) });
      return finish(named, (body) => {
        const key = asked.object ?? "";
        const isThere = buckets.get(bucket)?.objects.has(key) ?? false;
        const prefix = query.get("prefix") ?? "";
        assertConfined(keyRights.confinedTo, { operation: named, key, prefix, isThere });
        return answerJson({ ...asked, body }, known);
      });
    }
    const [bucket = "", ...rest] = pathname.slice(1).split("/").map(decodeURIComponent);
    const key = rest.join("/");
    const operation = nameOf(method, key, query);
    return finish(operation, (body) => {
      assertSigned(request, account, publicKey, Date.now() + clock.aheadMs);
      const store = known.find(bucket);
      return answerXml(operation, { store, profile: "plain", bucket, key, query, headers, body });
    });
  }

  const server = createServer((request, response) => {
    work(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      const refusal = error instanceof S3Refusal ? error : new S3Refusal(500, "InternalError");
      const isJson = /^\/(upload\/)?storage\/v1\//.test(request.url ?? "");
      const { code: Code, message: Message, status } = refusal;
      response.writeHead(status, {
        "content-type": isJson ? "application/json" : "application/xml",
      });
      response.end(isJson ? jsonRefusal(refusal) : xml("Error", { Code, Message }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return {
    apiEndpoint: `http://localhost:${port}`,
    credentials: { client_email: account, private_key: pem },
    ...{ faults, clock, buckets, key: keyRights, seen },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
