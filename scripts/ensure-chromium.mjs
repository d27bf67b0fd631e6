import { spawnSync } from "node:child_process";
import { installBySystem, runs } from "./system-packages.mjs";

// The first is for tests alone: without windows it needs a quarter less of the processor.
const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chromium that starts: one that is there, else Playwright's, else the system's. */
export async function ensureChromium() {
  return (
    (await findChromium()) ??
    (downloadChromium() && (await findChromium())) ??
    (installBySystem("chromium-headless-shell") || installBySystem("chromium")
      ? await findChromium()
      : undefined)
  );
}

async function findChromium() {
  const { chromium } = await import("@playwright/test");
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...places];
  return candidates.find((path) => path && runs(path, "--version"));
}

function downloadChromium() {
  process.stdout.write("Downloading Chromium …\n");
  const args = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  return spawnSync(process.execPath, args, { stdio: "ignore", timeout: 300_000 }).status === 0
    ? true
    : undefined;
}
