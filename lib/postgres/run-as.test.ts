import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandAs, identityFor } from "./run-as";

const isRoot = process.getuid?.() === 0;

describe("the user that Postgres runs as", () => {
  it.runIf(isRoot)("may run a program in a directory that only root may enter", async () => {
    const directory = await mkdtemp(join(tmpdir(), "vitrine-0700-"));
    const program = join(directory, "program");
    await writeFile(program, "#!/bin/sh\nid -u\n");
    await chmod(program, 0o755);
    await chmod(directory, 0o700);
    const identity = identityFor(join(directory, "none"));
    const run = (file: string, ...args: string[]) => {
      const command = commandAs(identity, [program], file, args);
      return execFileSync(command.file, command.args, { uid: command.uid, gid: command.gid });
    };
    // initdb looks by access(2) before it runs anything.
    run("/usr/bin/test", "-x", program);
    expect(Number(run(program))).toBe(identity?.uid);
    await rm(directory, { recursive: true });
  });

  it.runIf(!isRoot)("is who started it, unless that is root", () => {
    expect(identityFor(tmpdir())).toBeUndefined();
  });
});
