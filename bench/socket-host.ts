import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { v7 as uuid } from "uuid";
import { WebSocketServer } from "ws";
import { createSessionCache, hashToken } from "@/lib/auth";
import { parseConfig } from "@/lib/config";
import type { BaseContext } from "@/lib/context";
import { listen, migrate, openDatabase, transaction } from "@/lib/db";
import { createLog } from "@/lib/log";
import { startEmbedded } from "@/lib/postgres";
import { changeChannel, publish } from "@/lib/realtime";
import { Change } from "@/lib/realtime/schema";
import { contextOf, type Runtime, setRuntime } from "@/lib/runtime";
import { deriveSecrets } from "@/lib/secrets";
import { attachSockets } from "@/lib/sockets";
import { createMemoryStorage } from "@/lib/storage";

const clientId = "bench";

/** Our sockets as a server process has them: Postgres, its own listener, screens that are paired. */
export async function startHost(screenCount: number) {
  const dataDir = await mkdtemp(join(tmpdir(), "vitrine-bench-sockets-"));
  const log = createLog("error");
  const postgres = await startEmbedded(dataDir, { log });
  await migrate(postgres.url, resolve("prisma/migrations"), log);
  const { db, pool, close } = openDatabase(postgres.url, 10);
  const secrets = deriveSecrets(randomBytes(32).toString("hex"));
  const runtime: Runtime = {
    config: parseConfig({ DATABASE_URL: postgres.url, DATA_DIR: dataDir }),
    log,
    secrets,
    db,
    pool,
    storage: createMemoryStorage(secrets),
    sessions: createSessionCache(),
  };
  setRuntime(runtime);
  const sockets = attachSockets(runtime);
  const onPayload = (payload: string) => sockets.deliver(Change.parse(JSON.parse(payload)));
  const listener = await listen(postgres.url, changeChannel, onPayload, { log });
  const http = createServer();
  http.on("upgrade", sockets.handleUpgrade);
  const port = await listening(http);

  const tokens = Array.from({ length: screenCount }, () => randomBytes(32).toString("base64url"));
  await db.client.create({ data: { id: clientId, name: "Bench" } });
  await db.screen.createMany({
    data: tokens.map((token, n) => {
      return { clientId, id: uuid(), name: `Screen ${n}`, tokenHash: hashToken(token) };
    }),
  });
  const ctx = contextOf(runtime, { kind: "job", name: "bench" });

  return {
    url: `ws://127.0.0.1:${port}/ws`,
    tokens,
    /** A film becomes available: its rows and the notification in one transaction. */
    addFilm: () => transaction(ctx, addFilm),
    async stop() {
      await sockets.close();
      await listener.close();
      http.close();
      await close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function addFilm(ctx: BaseContext): Promise<void> {
  const [id, blobId] = [uuid(), uuid()];
  const sha256 = createHash("sha256").update(id).digest("hex");
  const file = { clientId, contentType: "video/mp4", sizeBytes: 1_000_000n };
  await ctx.db.blob.create({ data: { ...file, id: blobId, state: "VERIFIED", sha256 } });
  await ctx.db.artifact.create({
    data: { ...file, id, name: "Film.mp4", type: "VIDEO", status: "AVAILABLE", blobId },
  });
  await publish(ctx, { kind: "artifacts", clientId, ids: [id] });
}

/** The yardstick: ws alone, a loop over its clients. */
export async function startBare() {
  const http = createServer();
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  const port = await listening(http);
  return {
    url: `ws://127.0.0.1:${port}/`,
    broadcast(text: string) {
      for (const socket of server.clients) socket.send(text);
    },
    stop() {
      for (const socket of server.clients) socket.terminate();
      server.close();
      http.close();
    },
  };
}

async function listening(http: Server): Promise<number> {
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  return (http.address() as AddressInfo).port;
}
