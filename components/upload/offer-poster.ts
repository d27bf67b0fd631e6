import type { Artifact } from "@/lib/artifacts/schema";
import { sendPoster } from "@/lib/sdk";

/** Draws a picture of a file and sends it; throws where this browser cannot decode it. */
export async function offerPoster(
  clientId: string,
  { id, mediaUrl, contentType }: Artifact,
  file: File | undefined,
): Promise<void> {
  const url = file ? URL.createObjectURL(file) : (mediaUrl ?? "");
  try {
    const take = await loadTake(contentType.startsWith("image/"));
    await sendPoster(clientId, id, await take(url));
  } finally {
    if (file) URL.revokeObjectURL(url);
  }
}

const loadTake = async (isPicture: boolean) =>
  isPicture
    ? (await import("./take-picture")).takePicture
    : (await import("./take-frame")).takeFrame;
