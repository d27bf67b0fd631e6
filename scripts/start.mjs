// npm start: installs, builds and migrates what is missing, then serves. Plain Node, no packages.
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Vitrine needs Node 20.19 or later; this is ${process.versions.node}.\n`);
  process.exit(1);
}

try {
  const { ensureInstalled } = await import("./ensure-installed.mjs");
  await ensureInstalled();
  const { build } = await import("./build.mjs");
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
process.env.NODE_ENV = "production";
await import(pathToFileURL(resolve("dist/web.mjs")).href);
