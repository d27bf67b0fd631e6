import { spawnSync } from "node:child_process";

/** Installs Debian's packages, when we are root or sudo asks for no password; says whether it did. */
export function installBySystem(...packages) {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const run = (...args) => {
    const [command, ...rest] = [...sudo, ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(command, rest, { stdio: "ignore", env }).status === 0;
  };
  if (process.platform !== "linux" || !run("apt-get", "--version")) return false;
  process.stdout.write(`Installing ${packages.join(", ")} by apt-get …\n`);
  run("apt-get", "update", "-qq");
  return run("apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packages);
}

export function runs(command, ...args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
