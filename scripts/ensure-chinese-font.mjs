import { execFileSync } from "node:child_process";
import { installBySystem } from "./system-packages.mjs";

/** Without one, pictures of Chinese pages show boxes. Only Debian's systems are helped. */
export function ensureChineseFont() {
  if (process.platform !== "linux" || hasFont()) return;
  installBySystem("fontconfig", "fonts-noto-cjk");
}

function hasFont() {
  try {
    return execFileSync("fc-list", [":lang=zh"]).length > 0;
  } catch {
    return false;
  }
}
