// npm run dev: the server from its sources, pages and API loaded anew when they change.
import { spawn } from "node:child_process";
import { ensureInstalled } from "./ensure-installed.mjs";
import { generate } from "./generate.mjs";

await ensureInstalled();
await generate();
const args = ["--import", "tsx", "lib/bin/web.ts", "--dev"];
const child = spawn(process.execPath, args, { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));
