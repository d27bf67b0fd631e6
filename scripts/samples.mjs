// Makes public/samples/*.mp4, the three sample ads: `node scripts/samples.mjs`.
// Needs ffmpeg with libx264, and the Noto CJK fonts for the Chinese lines.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { coffee } from "./samples/coffee.mjs";
import { fruit } from "./samples/fruit.mjs";
import { height, width } from "./samples/svg.mjs";
import { weekend } from "./samples/weekend.mjs";

const framesPerSecond = 25;
const seconds = 6;
const directory = fileURLToPath(new URL("../public/samples/", import.meta.url));
const only = process.argv[2];

await mkdir(directory, { recursive: true });
for (const [name, draw] of Object.entries({ coffee, fruit, weekend })) {
  if (!only || only === name) await make(name, draw);
}

async function make(name, draw) {
  const file = `${directory}${name}.mp4`;
  const encoder = spawn("ffmpeg", encoderArguments(file), {
    stdio: ["pipe", "inherit", "inherit"],
  });
  const ended = once(encoder, "close");
  const count = framesPerSecond * seconds;
  for (let frame = 0; frame < count; frame += 1) {
    const picture = await sharp(Buffer.from(draw(frame / framesPerSecond, seconds)))
      .removeAlpha()
      .raw()
      .toBuffer();
    if (!encoder.stdin.write(picture)) await once(encoder.stdin, "drain");
  }
  encoder.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  console.log(`${name}.mp4 ${Math.round((await stat(file)).size / 1024)} KiB`);
}

function encoderArguments(file) {
  const input = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${width}x${height}`];
  return [
    ...[
      "-hide_banner",
      "-loglevel",
      "error",
      "-y",
      ...input,
      "-r",
      `${framesPerSecond}`,
      "-i",
      "-",
    ],
    // Plays on anything: H.264 Main without B-frame pyramids, 4:2:0, index in front.
    ...["-c:v", "libx264", "-profile:v", "main", "-level", "3.1", "-pix_fmt", "yuv420p"],
    ...["-preset", "veryslow", "-tune", "animation", "-crf", "29", "-g", "50"],
    ...["-vf", "scale=out_color_matrix=bt709:out_range=tv", "-colorspace", "bt709"],
    ...["-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"],
    ...["-map_metadata", "-1", "-movflags", "+faststart", file],
  ];
}
