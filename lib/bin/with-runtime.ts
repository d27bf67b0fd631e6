import { config } from "@/lib/config";
import { createLog } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import type { Out } from "./commands/out";
import { prepareRuntime } from "./prepare-runtime";
import { startDatabase } from "./start-database";
import { createStopper } from "./stop";

type Work = (runtime: Runtime, out: Out, signal: AbortSignal) => Promise<number>;

/**
 * Runs a command with the server's settings and database, beside a running server or without one.
 * It answers the exit code; the first ctrl-C asks it to end, the second ends it.
 */
export async function withRuntime(work: Work): Promise<void> {
  const stopping = new AbortController();
  const settings = readSettings();
  // Lines of the log would stand in the middle of the bars.
  const log = createLog("silent");
  const stopper = createStopper(log, (code) => process.exit(code));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) void stopper.stop(130);
      stopping.abort(new Error("stopped"));
    });
  }
  let code = 1;
  try {
    const database = await startDatabase(settings, log, stopper);
    const runtime = await prepareRuntime(settings, database, log, { checksStores: false });
    code = await work(runtime, process.stdout, stopping.signal);
  } catch (error) {
    const words = stopping.signal.aborted ? "Stopped." : (error as Error).message;
    process.stderr.write(`\n${words}\n`);
    if (stopping.signal.aborted) code = 130;
  }
  await stopper.stop(code);
}

function readSettings() {
  try {
    return config();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}
