import { existsSync, readFileSync } from "node:fs";
import { runStep } from "./run-step.mjs";

/** `npm ci`, when what lies in node_modules is not what the lock file names. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith("js")
    ? [process.execPath, [npm]]
    : [process.platform === "win32" ? "npm.cmd" : "npm", []];
  const args = [...first, "ci", "--include=dev", "--no-audit", "--no-fund"];
  await runStep("Installing packages (once, a minute or two)", command, args);
}

function isInstalled() {
  const hidden = "node_modules/.package-lock.json";
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" ||
      present[path]?.version === version ||
      ((optional || devOptional) && !present[path]),
  );
}
