import type { ByteSource } from "./byte-source";
import { openInput } from "./probe-container";

const maxBytes = 20_000_000;

/** The picture that a song carries, base64. */
export async function readCover(source: ByteSource): Promise<string | null> {
  const input = openInput(source);
  try {
    const { images } = await input.getMetadataTags();
    const [cover] = images ?? [];
    if (!cover || cover.data.length > maxBytes) return null;
    return Buffer.from(cover.data).toString("base64");
  } catch {
    // A song without a readable cover is still a song.
    return null;
  } finally {
    input.dispose();
  }
}
