import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { v7 as uuid } from "uuid";
import { parseConfig } from "@/lib/config";
import { createLog } from "@/lib/log";
import { createStorage, newObjectKey, type UploadHandle } from "@/lib/storage";
import { testRuntime, testSecrets } from "@/lib/testing";
import { createDataPlane, dataPlaneServerOptions } from "./create-data-plane";

export interface TestArtifact {
  clientId: string;
  artifactId: string;
  blobId: string;
  sha256: string;
}

/** The data plane on a real port, over a local store in a directory of its own. */
export async function startDataPlane(environment: Record<string, string> = {}) {
  const root = await mkdtemp(join(tmpdir(), "vitrine-bytes-"));
  const config = parseConfig({ LOCAL_STORAGE_PATH: root, LOG_LEVEL: "silent", ...environment });
  const storage = await createStorage({ config, secrets: testSecrets, log: createLog("silent") });
  const runtime = await testRuntime({ config, storage });
  const take = createDataPlane(runtime);
  const server = createServer(dataPlaneServerOptions, (request, response) => {
    if (!take(request, response)) response.writeHead(200).end("a page");
  });
  server.on("checkContinue", take);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const driver = storage.current;
  const origin = `http://127.0.0.1:${port}`;
  return {
    runtime,
    root,
    port,
    driver,
    fetch: (path: string, init?: RequestInit) => fetch(new URL(path, origin), init),
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(root, { recursive: true, force: true });
    },
    /** Files that are under way or left over. */
    async leftovers(): Promise<string[]> {
      const [temporary, uploads] = await Promise.all([
        readdir(join(root, "tmp")),
        readdir(join(root, "uploads")),
      ]);
      return [...temporary, ...uploads];
    },
    /** An artifact with its bytes, as an upload leaves it. */
    async artifactOf({ clientId }: { clientId: string }, text: string): Promise<TestArtifact> {
      const key = newObjectKey(clientId, "originals");
      const contentType = "image/png";
      const { sha256, sizeBytes } = await driver.put(key, Readable.from([Buffer.from(text)]), {
        contentType,
      });
      const [artifactId, blobId] = [uuid(), uuid()];
      const common = { clientId, contentType, sizeBytes: BigInt(sizeBytes) };
      await runtime.db.blob.create({ data: { ...common, id: blobId, state: "VERIFIED", sha256 } });
      await runtime.db.placement.create({
        data: {
          clientId,
          id: uuid(),
          blobId,
          backendId: driver.backendId,
          objectKey: key,
          storedSizeBytes: BigInt(sizeBytes),
          state: "PRESENT",
        },
      });
      const shown = { name: "poster.png", type: "IMAGE", status: "AVAILABLE" } as const;
      await runtime.db.artifact.create({ data: { ...common, ...shown, id: artifactId, blobId } });
      return { clientId, artifactId, blobId, sha256 };
    },
    async open(sizeBytes: number, contentType = "video/mp4"): Promise<UploadHandle> {
      const key = newObjectKey(`client_${randomBytes(4).toString("hex")}`, "originals");
      const expiresAt = new Date(Date.now() + 60_000);
      const request = { key, sizeBytes, contentType, expiresAt };
      return { ...request, ...(await driver.openUpload(request)) };
    },
  };
}
