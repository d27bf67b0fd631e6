import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Binaries, locateBinaries } from "./binaries";
import { type PasswordOf, passwords } from "./password";
import { commandAs, type Identity, identityFor } from "./run-as";

/** A Postgres data directory that is there, initialised, and known to be of our major version. */
export interface Cluster {
  directory: string;
  logFile: string;
  binaries: Binaries;
  identity: Identity | undefined;
  passwordOf: PasswordOf;
}

const majorVersion = "18";

export async function openCluster(dataDir: string): Promise<Cluster> {
  await mkdir(dataDir, { recursive: true });
  const directory = join(dataDir, "postgres");
  const binaries = await locateBinaries();
  const passwordOf = await passwords(dataDir);
  const identity = identityFor(directory);
  if (identity) await chmod(dataDir, 0o711);
  if (!existsSync(join(directory, "PG_VERSION"))) {
    await initialise(directory, binaries, identity, passwordOf("postgres"));
  }
  const found = (await readFile(join(directory, "PG_VERSION"), "utf8")).trim();
  if (found !== majorVersion) {
    throw new Error(
      `${directory} was made by Postgres ${found}; this version brings ${majorVersion}.`,
    );
  }
  return {
    directory,
    logFile: join(dataDir, "postgres.log"),
    binaries,
    identity: identityFor(directory),
    passwordOf,
  };
}

/** initdb in a directory beside, then one rename: of several processes one wins, none sees half. */
async function initialise(
  directory: string,
  binaries: Binaries,
  identity: Identity | undefined,
  password: string,
): Promise<void> {
  const draft = `${directory}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const passwordFile = `${draft}.password`;
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (identity) {
      await chown(draft, identity.uid, identity.gid);
      await chown(passwordFile, identity.uid, identity.gid);
    }
    await initdb(binaries.initdb, draft, passwordFile, identity);
    await rename(draft, directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "EPERM") throw error;
    if (!existsSync(join(directory, "PG_VERSION"))) throw error;
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function initdb(
  binary: string,
  directory: string,
  passwordFile: string,
  identity: Identity | undefined,
): Promise<void> {
  const args = [
    `--pgdata=${directory}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The same order of strings on every system; lc_ctype lets pg_trgm see Chinese letters.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    ...(process.platform === "linux" ? ["--lc-ctype=C.UTF-8"] : []),
  ];
  const command = commandAs(identity, [directory, binary], binary, args);
  try {
    await promisify(execFile)(command.file, command.args, {
      cwd: "/",
      uid: command.uid,
      gid: command.gid,
    });
  } catch (cause) {
    const { stderr, message } = cause as Error & { stderr?: string };
    throw new Error(`The database could not be created: ${stderr || message}`, { cause });
  }
}
