import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

export interface Identity {
  uid: number;
  gid: number;
}

/**
 * Postgres refuses to run as root. As root it runs as whoever owns the cluster, else as
 * `postgres`, else as a system user made for it.
 */
export function identityFor(clusterDir: string): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
  }
  return userNamed("postgres") ?? userNamed("vitrine") ?? createUser() ?? nobody();
}

function userNamed(name: string): Identity | undefined {
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [user, , uid, gid] = line.split(":");
    if (user === name && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
}

function createUser(): Identity | undefined {
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "vitrine"]);
  return userNamed("vitrine");
}

function nobody(): Identity {
  const found = userNamed("nobody");
  if (found) return found;
  throw new Error("Postgres does not run as root and there is no other user: set DATABASE_URL.");
}

interface Command {
  file: string;
  args: string[];
  uid?: number;
  gid?: number;
}

/** The command as that user. `paths` are what it has to reach. */
export function commandAs(
  identity: Identity | undefined,
  paths: string[],
  file: string,
  args: string[],
): Command {
  if (!identity) return { file, args };
  if (paths.every((path) => canReach(identity, path))) return { file, args, ...identity };

  // Below /root (0700) another user finds nothing. The weakest capability that helps goes along;
  // Docker's default set lacks dac_read_search but has dac_override.
  const capability = hasCapability(2) ? "dac_read_search" : "dac_override";
  const set = [`--reuid=${identity.uid}`, `--regid=${identity.gid}`, "--clear-groups"];
  const caps = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  // initdb asks access(2), which forgets capabilities of anyone but root without this bit.
  if (hasCapability(8)) caps.push("--securebits=+no_setuid_fixup");
  return { file: "setpriv", args: [...set, ...caps, file, ...args] };
}

function canReach(identity: Identity, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function hasCapability(number: number): boolean {
  const bounding = /^CapBnd:\s*([0-9a-f]+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return bounding !== undefined && ((BigInt(`0x${bounding}`) >> BigInt(number)) & 1n) === 1n;
}
