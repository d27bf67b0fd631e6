import { execFileSync } from "node:child_process";

/** For tests: only root can mount a small disk; without one there is no honest way to fill it. */
export function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    const command = ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"];
    execFileSync("unshare", command, { stdio: "ignore" });
    return true;
  } catch {
    console.warn("SKIPPED: the tests of a full disk need root and mount(8)");
    return false;
  }
}

export function mountSmallDisk(directory: string, mebibytes: number): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", directory]);
}

export function unmount(directory: string): void {
  execFileSync("umount", [directory]);
}
