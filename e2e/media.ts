import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { test } from "@playwright/test";

const ffmpeg = process.env.FFMPEG_PATH ?? "ffmpeg";
const isThere = spawnSync(ffmpeg, ["-version"]).status === 0;

interface Clip {
  color?: string;
  seconds?: number;
  /** Where the index lies: `end` is what cameras write, `start` what programs for the web do. */
  index?: "start" | "end";
}

/** A real MP4 of 640 × 360 with sound: one colour, and a square that moves. Answers its path. */
export async function makeClip(name: string, clip: Clip = {}): Promise<string> {
  test.skip(!isThere, "there is no ffmpeg to make a video with");
  const { color = "steelblue", seconds = 2, index = "start" } = clip;
  const path = test.info().outputPath(name);
  const picture = `color=${color}:s=640x360:r=25:d=${seconds},drawbox=x=mod(t*200\\,560):y=140:w=80:h=80:color=orange:t=fill`;
  await promisify(execFile)(ffmpeg, [
    ...["-v", "error", "-y", "-f", "lavfi", "-i", picture],
    ...["-f", "lavfi", "-i", `sine=frequency=440:duration=${seconds}`],
    ...["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"],
    ...(index === "start" ? ["-movflags", "+faststart"] : []),
    path,
  ]);
  return path;
}
