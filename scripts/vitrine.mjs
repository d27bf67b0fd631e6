#!/usr/bin/env node
// npx vitrine …: the operator's commands, beside the server or without it. Plain Node, no packages.
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
try {
  const { ensureInstalled } = await import("./ensure-installed.mjs");
  await ensureInstalled();
  const { build } = await import("./build.mjs");
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import(pathToFileURL(resolve("dist/cli.mjs")).href);
