// The data plane alone on a port of its own; tells it to whoever started it.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseConfig } from "@/lib/config";
import { createDataPlane, dataPlaneServerOptions } from "@/lib/data-plane";
import { createLog } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import { deriveSecrets } from "@/lib/secrets";
import { createStorage } from "@/lib/storage";

const log = createLog("error");
const config = parseConfig(process.env);
const secrets = deriveSecrets(config.AUTH_SECRET ?? "");
const storage = await createStorage({ config, secrets, log });
// Signed bytes need no database and no sessions.
const runtime = { config, log, secrets, storage } as Runtime;
const take = createDataPlane(runtime);
const server = createServer(dataPlaneServerOptions, take);
server.listen(0, "127.0.0.1", () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit(0));
