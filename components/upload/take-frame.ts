const longestSidePixels = 640;
const timeoutMs = 20_000;
/** Where in the video to look, in turn: openings are often black. */
const positions = [0.1, 0.3, 0.5, 0.75, 0];
const darkest = 24;

/** A picture of a video that is not black, at most 640 pixels long. Throws when it cannot be decoded. */
export async function takeFrame(source: Blob | string): Promise<Blob> {
  const url = typeof source === "string" ? source : URL.createObjectURL(source);
  const video = document.createElement("video");
  Object.assign(video, { muted: true, playsInline: true, preload: "auto", src: url });
  try {
    await event(video, "loadeddata");
    const canvas = canvasFor(video);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context || canvas.width === 0) throw new Error("nothing to draw");
    const length = Number.isFinite(video.duration) ? video.duration : 0;
    for (const position of positions) {
      await seek(video, length * position);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      if (brightness(context) > darkest) break;
    }
    return await pictureOf(canvas);
  } finally {
    video.removeAttribute("src");
    video.load();
    if (typeof source !== "string") URL.revokeObjectURL(url);
  }
}

async function seek(video: HTMLVideoElement, seconds: number): Promise<void> {
  if (video.currentTime === seconds) return;
  const arrived = event(video, "seeked");
  video.currentTime = seconds;
  await arrived;
}

function event(video: HTMLVideoElement, name: "loadeddata" | "seeked"): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no ${name}`)), timeoutMs);
    const end = (settle: () => void) => () => {
      clearTimeout(late);
      settle();
    };
    video.addEventListener(name, end(resolve), { once: true });
    video.addEventListener(
      "error",
      end(() => reject(video.error)),
      { once: true },
    );
  });
}

function canvasFor({ videoWidth, videoHeight }: HTMLVideoElement): HTMLCanvasElement {
  const scale = Math.min(1, longestSidePixels / Math.max(videoWidth, videoHeight, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  return canvas;
}

function brightness(context: CanvasRenderingContext2D): number {
  const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  let sum = 0;
  let count = 0;
  // Every 16th pixel is enough to tell night from day.
  for (let index = 0; index < data.length; index += 64) {
    sum += Math.max(data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0);
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}

async function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const webp = await blobOf(canvas, "image/webp");
  // Safari cannot write WebP and answers PNG instead.
  return webp.type === "image/webp" ? webp : blobOf(canvas, "image/jpeg");
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), type, 0.82);
  });
}
