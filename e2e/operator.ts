import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Operated {
  code: number | null;
  output: string;
}

/**
 * Runs a command of the operator's, as `npx vitrine` does; or kills it -9 so long after the first
 * thing that it says.
 */
export async function operate(
  args: string[],
  environment: Record<string, string>,
  killAfterMs?: number,
): Promise<Operated> {
  const inherited = { ...process.env };
  for (const name of ["npm_lifecycle_event", "NODE_ENV", "DATABASE_URL"]) delete inherited[name];
  const child = spawn(process.execPath, ["dist/cli.mjs", ...args], {
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
      if (killAfterMs !== undefined) timer ??= setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    });
  }
  const [code] = await once(child, "close");
  clearTimeout(timer);
  return { code, output };
}
