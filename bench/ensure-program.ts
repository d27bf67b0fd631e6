import { spawnSync } from "node:child_process";

/** Whether a program is there, or could be had from Debian just now. */
export function ensureProgram(program: string, debianPackage = program): boolean {
  const isThere = () => spawnSync(program, ["-v"], { stdio: "ignore" }).error === undefined;
  if (isThere()) return true;
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", debianPackage], {
    stdio: "ignore",
    env,
  });
  return isThere();
}
