import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ByteSource, withFile } from "./byte-source";
import type { ProbedMedia } from "./probe";
import { runProgram } from "./run-program";

/** What a process of its own is asked, and what it answers as JSON. */
export interface Tasks {
  /** null: no container that it knows. */
  container: ProbedMedia | null;
  /** The picture of a song, base64. */
  cover: string | null;
  /** null: it cannot be drawn. The picture is a small PNG, base64; too many pixels: none. */
  svg: { width: number; height: number; picture: string | null } | null;
}
export type Task = keyof Tasks;

/** Beyond it a file is no honest one. To know how long some containers last is to walk through them. */
export const patienceMs: Record<Task, number> = { container: 60_000, cover: 20_000, svg: 20_000 };
/** How the process ends when the bytes themselves made its reader throw. */
export const stumbled = 3;
const maxOutputBytes = 40_000_000;
const maxHeap = "--max-old-space-size=512";

/** `gave_up`: it took more time or memory than any honest file does, or its reader threw. */
export async function decodeApart<T extends Task>(
  task: T,
  source: ByteSource,
  signal: AbortSignal,
): Promise<Tasks[T] | "gave_up"> {
  const limits = { timeoutMs: patienceMs[task], maxOutputBytes, signal };
  const { exitCode, stdout, stderr, timedOut } = await withFile(source, signal, (path) =>
    runProgram(process.execPath, [maxHeap, ...program(), task, path], limits),
  );
  if (timedOut || exitCode === stumbled || /heap out of memory/.test(stderr)) return "gave_up";
  if (exitCode !== 0) throw new Error(`reading a file ended with ${exitCode}: ${stderr}`);
  return JSON.parse(stdout.toString("utf8")) as Tasks[T];
}

/** Beside the bundle of the server; from the sources it is TypeScript. */
function program(): string[] {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith(".ts")
    ? ["--import", "tsx", join(dirname(here), "decode.ts")]
    : [join(dirname(here), "decode.mjs")];
}
