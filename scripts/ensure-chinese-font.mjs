import { installBySystem, runs } from "./system-packages.mjs";

/** Without one, pictures of Chinese pages show boxes. Only Debian's systems are helped. */
export function ensureChineseFont() {
  const isThere = () => runs("sh", "-c", "fc-list :lang=zh | grep -q .");
  if (process.platform === "linux" && !isThere()) installBySystem("fontconfig", "fonts-noto-cjk");
}
