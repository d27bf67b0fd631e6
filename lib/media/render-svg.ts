import type { ByteSource } from "./byte-source";
import type { Tasks } from "./decode-apart";
import { maxPixels, posterPixels } from "./picture-size";

const maxBytes = 5_000_000;

/** Drawn from its bytes: given a path, it might include files that lie beside it. */
export async function renderSvg(source: ByteSource): Promise<Tasks["svg"]> {
  if (source.sizeBytes > maxBytes) return null;
  const { default: sharp } = await import("sharp");
  const bytes = await source.read(0, source.sizeBytes);
  try {
    const { width, height } = await sharp(bytes).metadata();
    if (width * height > maxPixels) return { width, height, picture: null };
    const picture = await sharp(bytes, { limitInputPixels: maxPixels })
      .resize(posterPixels, posterPixels, { fit: "inside", withoutEnlargement: true })
      .png()
      .toBuffer();
    return { width, height, picture: picture.toString("base64") };
  } catch {
    return null;
  }
}
