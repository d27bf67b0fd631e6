import { existsSync } from "node:fs";
import { chromium, defineConfig } from "@playwright/test";

const systemChromium = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
].find(existsSync);
const executablePath =
  process.env.CHROMIUM_PATH ?? (existsSync(chromium.executablePath()) ? undefined : systemChromium);

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/global-setup.ts",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  use: {
    baseURL: process.env.E2E_URL,
    locale: "en-US",
    // Only e2e/pwa.spec.ts is about them; elsewhere they would stand between a story and its line.
    serviceWorkers: "block",
    // Recording takes two fifths of the whole; who needs one asks for it: --trace on.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: ["--autoplay-policy=no-user-gesture-required", "--mute-audio"],
    },
  },
});
