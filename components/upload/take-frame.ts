import { createPosterCanvas } from "./poster-canvas";

const timeoutMs = 20_000;
/** Where in the video to look, in turn: openings are often black. */
const positions = [0.1, 0.3, 0.5, 0.75, 0];

/** A frame of a video that is not black. Throws when the browser cannot decode it. */
export async function takeFrame(url: string): Promise<Blob> {
  const video = document.createElement("video");
  Object.assign(video, { muted: true, playsInline: true, preload: "auto", src: url });
  try {
    await arrival(video, "loadeddata");
    const canvas = createPosterCanvas(video.videoWidth, video.videoHeight);
    const length = Number.isFinite(video.duration) ? video.duration : 0;
    for (const position of positions) {
      await seek(video, length * position);
      canvas.draw(video);
      if (!canvas.isDark()) break;
    }
    return await canvas.toBlob();
  } finally {
    video.removeAttribute("src");
    video.load();
  }
}

async function seek(video: HTMLVideoElement, seconds: number): Promise<void> {
  if (video.currentTime === seconds) return;
  const arrived = arrival(video, "seeked");
  video.currentTime = seconds;
  await arrived;
}

function arrival(video: HTMLVideoElement, name: "loadeddata" | "seeked"): Promise<void> {
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
