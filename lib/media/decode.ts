/*
 * A program of its own, for what reads files that strangers made: a loop without end or memory
 * without bound ends this process and never the server. decode-apart.ts calls it.
 */
import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { fileSource } from "./byte-source";
import { patienceMs, stumbled, type Task, type Tasks } from "./decode-apart";
import { probeContainer } from "./probe-container";
import { readCover } from "./read-cover";
import { renderSvg } from "./render-svg";

const [task, path = ""] = process.argv.slice(2);

// Whoever called may have been killed and cannot kill us; a loop without end hears no timer of ours.
new Worker(`setTimeout(() => process.kill(process.pid, "SIGKILL"), ${2 * patienceMs.container})`, {
  eval: true,
}).unref();

const source = fileSource(path, statSync(path).size);
const tasks: { [T in Task]: () => Promise<Tasks[T]> } = {
  container: async () => (await probeContainer(source)) ?? null,
  cover: () => readCover(source),
  svg: () => renderSvg(source),
};
try {
  const answer = JSON.stringify(await tasks[task as Task]());
  process.stdout.write(answer, () => process.exit());
} catch (error) {
  // The same file will do the same again.
  process.stderr.write(String(error), () => process.exit(stumbled));
}
