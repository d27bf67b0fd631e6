// npm test: everything. One failing step does not hide the others.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { ensureFfmpeg } from "./ensure-ffmpeg.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { generate } from "./generate.mjs";
import { ensureRgw, environmentOf, startRgw } from "./rgw.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const totals = { passed: 0, failed: 0, skipped: 0 };
const vitestReport = ".build/vitest.json";
const playwrightReport = ".build/playwright.json";

await step("packages", ensureInstalled);
await step("generated files", generate);
await step("types", () => run("typescript/bin/tsc", "--noEmit"));
await step("lint", () => run("@biomejs/biome/bin/biome", "check"));
await step("dead code", () => run("knip/bin/knip.js"));
await step("migrations", () => node("--import", "tsx", "scripts/migration.ts", "--check"));
await step("documents", () => node("--import", "tsx", "scripts/configuration.ts", "--check"));
await step("build", () => build());
const rgw = await s3Server();
const s3 = rgw ? environmentOf(rgw) : {};
if (!ensureFfmpeg()) console.log("There is no ffmpeg: what needs it is skipped.");
await counted("unit and integration", vitestReport, countVitest, () =>
  run(
    "vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${vitestReport}`,
    s3,
  ),
);
await counted("browser", playwrightReport, countPlaywright, async () => {
  const path = await ensureChromium();
  if (!path) throw new Error("There is no Chromium: set CHROMIUM_PATH, or run as root once.");
  return run("@playwright/test/cli.js", "test", {
    ...s3,
    CHROMIUM_PATH: path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
  });
});

await rgw?.stop();
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);

/** A real one, or nothing: then what needs it is skipped, and that is said aloud. */
async function s3Server() {
  try {
    if (ensureRgw()) return await startRgw();
  } catch (error) {
    console.error(error.message);
  }
  console.log("THERE IS NO S3 SERVER (Ceph cannot be installed here): what needs one is SKIPPED.");
  return undefined;
}

/** A step that counts as one test. */
async function step(name, work) {
  const ok = await timed(name, work);
  totals[ok ? "passed" : "failed"] += 1;
}

/** A step whose tests are counted; without a report, or with a failure beside them, it failed. */
async function counted(name, report, count, work) {
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const ok = await timed(name, work);
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, "utf8"))) : undefined;
  for (const [key, value] of Object.entries(counts ?? {})) totals[key] += value;
  if (!ok && !counts?.failed) totals.failed += 1;
}

async function timed(name, work) {
  const begin = Date.now();
  console.log(`\n── ${name}`);
  const ok = await Promise.resolve()
    .then(work)
    .then((result) => result !== false)
    .catch((error) => {
      console.error(error.message);
      return false;
    });
  console.log(
    `── ${name}: ${ok ? "ok" : "FAILED"} (${((Date.now() - begin) / 1000).toFixed(1)} s)`,
  );
  return ok;
}

function run(script, ...args) {
  const environment = typeof args.at(-1) === "object" ? args.pop() : {};
  return node(`node_modules/${script}`, ...args, environment);
}

function node(...args) {
  const environment = typeof args.at(-1) === "object" ? args.pop() : {};
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    // What npm says of itself would make the servers under test watch npm.
    delete env.npm_lifecycle_event;
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"], env });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}

function countVitest({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests,
  testResults,
}) {
  // A file that does not even load has no tests of its own.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  ).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken,
    skipped: numPendingTests + numTodoTests,
  };
}

function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}
