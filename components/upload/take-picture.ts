import { createPosterCanvas } from "./poster-canvas";

/** A small copy of a picture that this browser can show and the server cannot (HEIC in Safari). */
export async function takePicture(url: string): Promise<Blob> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = createPosterCanvas(image.naturalWidth, image.naturalHeight);
  canvas.draw(image);
  return canvas.toBlob();
}
