import { spawn } from "node:child_process";

export interface ProgramResult {
  exitCode: number | null;
  stdout: Buffer;
  stderr: string;
  timedOut: boolean;
}

interface RunOptions {
  timeoutMs: number;
  maxOutputBytes: number;
  signal: AbortSignal;
}

const maxErrorChars = 8_000;

/** Runs a program without a shell. Stopped when it takes too long, says too much or is no longer wanted. */
export function runProgram(
  path: string,
  args: readonly string[],
  { timeoutMs, maxOutputBytes, signal }: RunOptions,
): Promise<ProgramResult> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = "";
    let timedOut = false;
    const kill = () => child.kill("SIGKILL");
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, timeoutMs);
    signal.addEventListener("abort", kill, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", kill);
    };

    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxOutputBytes) kill();
      else chunks.push(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (stderr.length < maxErrorChars) stderr += text;
    });
    child.on("error", (error) => {
      settle();
      reject(error);
    });
    child.on("close", (exitCode) => {
      settle();
      if (signal.aborted) reject(signal.reason);
      else resolve({ exitCode, stdout: Buffer.concat(chunks), stderr, timedOut });
    });
  });
}
