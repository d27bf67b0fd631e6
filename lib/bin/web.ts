import { config, setNodeEnvironment, startedByNpm } from "@/lib/config";
import { createLog } from "@/lib/log";
import { attachSockets } from "@/lib/sockets";
import { answerRequests } from "./answer-requests";
import { closeServer, openServer } from "./open-server";
import { prepareRuntime } from "./prepare-runtime";
import { printWelcome } from "./print-welcome";
import { startDatabase } from "./start-database";
import { startJobs } from "./start-jobs";
import { startListener } from "./start-listener";
import { startNext } from "./start-next";
import { startProbes } from "./start-probes";
import { createStopper } from "./stop";
import { stopWithParent } from "./stop-with-parent";

const dev = process.argv.includes("--dev");
setNodeEnvironment(dev ? "development" : "production");
const settings = readConfig();
const log = createLog(settings.LOG_LEVEL);
const stopper = createStopper(log, (code) => process.exit(code));

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.on(signal, () => void stopper.stop(0));
}
if (startedByNpm()) stopWithParent(() => void stopper.stop(0));
// Before Next adds listeners of its own, which would let a broken process go on.
process.on("uncaughtException", (err) => {
  log.fatal({ err }, "unexpected");
  void stopper.stop(1);
});

const starting = settings.ROLE === "worker" ? startWorkerAlone() : startWeb();
stopper.waitFor(starting);
try {
  await starting;
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`);
  log.debug({ err: error }, "did not start");
  await stopper.stop(1);
}

async function startWorkerAlone(): Promise<void> {
  const database = await startDatabase(settings, log, stopper);
  const runtime = await prepareRuntime(settings, database, log);
  startProbes(runtime, stopper);
  await startJobs(runtime, stopper);
  log.info("the worker is ready");
}

async function startWeb(): Promise<void> {
  const { server, port, serve } = await openServer(settings);
  // Side by side: one waits for Postgres, the other keeps the processor busy.
  const [database, pages] = await Promise.all([
    startDatabase(settings, log, stopper),
    startNext(settings, port, dev),
  ]);
  stopper.add("pages", () => pages.close());
  const runtime = await prepareRuntime(settings, database, log);
  startProbes(runtime, stopper);
  if (settings.ROLE === "all") await startJobs(runtime, stopper);
  const sockets = attachSockets(runtime);
  await startListener(runtime, database.url, sockets, stopper);
  serve(answerRequests(runtime, sockets, pages, dev));
  // The server ends when its last connection does, and sockets end only when told.
  stopper.add("web server", () => Promise.all([sockets.close(), closeServer(server)]));
  await printWelcome(runtime, port);
}

function readConfig() {
  try {
    return config();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const { HOST, PORT } = settings;
  if (code === "EADDRINUSE") {
    return `Port ${PORT} is taken by another program. Stop that, or choose another: PORT=${PORT + 1} npm start`;
  }
  if (code === "EACCES" && PORT < 1024)
    return `Port ${PORT} needs more rights: choose one above 1023.`;
  if (code === "EADDRNOTAVAIL") return `This machine has no address ${HOST}.`;
  return `Vitrine could not start: ${message}`;
}
