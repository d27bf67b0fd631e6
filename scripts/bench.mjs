// npm run bench [api|library|bytes|stores|layers|sockets]: speed, each figure beside a yardstick of the same run.
import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
await ensureInstalled();
await build();
const args = ["--expose-gc", "--import", "tsx", "bench/index.ts", ...process.argv.slice(2)];
spawn(process.execPath, args, { stdio: "inherit" }).once("exit", (code) => process.exit(code ?? 1));
