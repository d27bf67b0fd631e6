import { createRendition } from "./artifacts";
import { sendByXhr } from "./upload/send-by-xhr";
import { completeUpload } from "./uploads";

/** Hands in a picture that this browser took of a video; with `replace` instead of the one there is. */
export async function sendPoster(
  clientId: string,
  artifactId: string,
  picture: Blob,
  replace = false,
) {
  const contentType = picture.type === "image/webp" ? "image/webp" : "image/jpeg";
  const upload = await createRendition(clientId, artifactId, {
    kind: "POSTER",
    contentType,
    sizeBytes: picture.size,
    ...(replace ? { replace } : {}),
  });
  if (upload.plan.kind !== "put") return;
  const { signal } = new AbortController();
  const receipt = await sendByXhr(upload.plan.request, picture, () => {}, signal);
  await completeUpload(clientId, upload.id, receipt ? { receipt } : {});
}
