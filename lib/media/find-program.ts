import { runProgram } from "./run-program";

/** Where the programs are; undefined: this machine does without. */
export interface MediaPrograms {
  ffmpeg: string | undefined;
  ffprobe: string | undefined;
}

const found = new Map<string, Promise<string | undefined>>();

/** What is configured (`off` does without), else what is on PATH; looked for once per process. */
export async function findPrograms(config: {
  FFMPEG_PATH?: string | undefined;
  FFPROBE_PATH?: string | undefined;
}): Promise<MediaPrograms> {
  const [ffmpeg, ffprobe] = await Promise.all([
    find(config.FFMPEG_PATH ?? "ffmpeg"),
    find(config.FFPROBE_PATH ?? "ffprobe"),
  ]);
  return { ffmpeg, ffprobe };
}

function find(program: string): Promise<string | undefined> {
  if (program === "off") return Promise.resolve(undefined);
  const search = found.get(program) ?? answers(program);
  found.set(program, search);
  return search;
}

async function answers(program: string): Promise<string | undefined> {
  try {
    const limits = { timeoutMs: 10_000, maxOutputBytes: 1_000_000 };
    const signal = new AbortController().signal;
    const { exitCode } = await runProgram(program, ["-version"], { ...limits, signal });
    return exitCode === 0 ? program : undefined;
  } catch {
    return undefined;
  }
}
