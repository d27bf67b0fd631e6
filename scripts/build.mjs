// Builds dist/ (the server, and what it runs apart to read files) and .next (the pages), when their
// sources changed.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addCompileHints } from "./compile-hints.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { generate } from "./generate.mjs";
import { runStep } from "./run-step.mjs";

const stamp = ".build/build";
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "scripts/build.mjs",
  "scripts/compile-hints.mjs",
  "tsconfig.json",
];
const isTest = (file) => /\.(test|contract)\.tsx?$/.test(file) || /^lib[\\/]testing/.test(file);

export async function build({ always = false } = {}) {
  await generate();
  const wanted = fingerprint(sources, { skip: isTest });
  const isThere = ["dist/web.mjs", "dist/cli.mjs", "dist/decode.mjs", ".next/BUILD_ID"].every(
    (file) => existsSync(file),
  );
  if (!always && isThere && readStamp(stamp) === wanted) return;
  await bundleServer();
  await runStep(
    "Building the pages (half a minute)",
    process.execPath,
    ["node_modules/next/dist/bin/next", "build"],
    { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  );
  await addCompileHints(".next/static/chunks");
  writeStamp(stamp, wanted);
}

async function bundleServer() {
  const { build: bundle, stop } = await import("esbuild");
  await bundle({
    entryPoints: { web: "lib/bin/web.ts", cli: "lib/bin/cli.ts", decode: "lib/media/decode.ts" },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "error",
  });
  // Its helper would live as long as the server that start.mjs becomes.
  stop();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ always: true });
