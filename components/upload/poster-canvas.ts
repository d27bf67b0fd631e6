const longestSidePixels = 480;

export interface PosterCanvas {
  draw(source: CanvasImageSource): void;
  isDark(): boolean;
  toBlob(): Promise<Blob>;
}

/** How bright the brightest channel must be on average: less is a fade-in or a lens cap. */
const darkest = 24;

/** Draws what it is given at most 480 pixels long. */
export function createPosterCanvas(width: number, height: number): PosterCanvas {
  const scale = Math.min(1, longestSidePixels / Math.max(width, height, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context || canvas.width === 0 || canvas.height === 0) throw new Error("nothing to draw");
  return {
    draw: (source) => context.drawImage(source, 0, 0, canvas.width, canvas.height),
    isDark: () => brightness(context) <= darkest,
    async toBlob() {
      const webp = await blobOf(canvas, "image/webp");
      // Safari cannot write WebP and answers PNG instead.
      return webp.type === "image/webp" ? webp : blobOf(canvas, "image/jpeg");
    },
  };
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

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), type, 0.82);
  });
}
