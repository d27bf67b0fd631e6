import { createArtifact } from "./artifacts";
import { ApiProblem } from "./request";
import { browserEnv } from "./upload/browser-env";
import { sendByXhr } from "./upload/send-by-xhr";
import { TransportError, type UploadTransport } from "./upload/transport";
import { createUploadQueue, type UploadQueue } from "./upload/upload-queue";
import { abortUpload, completeUpload, getUpload, signParts } from "./uploads";

/** A queue of uploads into one client's library. */
export function createUploads(clientId: string): UploadQueue {
  return createUploadQueue(browserEnv(uploadTransport(clientId)));
}

function uploadTransport(clientId: string): UploadTransport {
  return {
    create: (file) =>
      answered(async () => {
        const { name, contentType, sizeBytes } = file;
        return (await createArtifact(clientId, { name, contentType, sizeBytes })).upload;
      }),
    progress: (id, signal) => answered(() => getUpload(clientId, id, signal)),
    signParts: (id, parts, signal) => answered(() => signParts(clientId, id, parts, signal)),
    sendBytes: sendByXhr,
    complete: (id, proof, signal) => answered(() => completeUpload(clientId, id, proof, signal)),
    abort: (id) => abortUpload(clientId, id),
  };
}

async function answered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ApiProblem) {
      const { status, code, reason, detail } = error.problem;
      const { retryAfterMs } = error;
      const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
      throw new TransportError(
        { kind: "refused", status, code, reason, detail, ...wait },
        { cause: error },
      );
    }
    // fetch throws a TypeError, and nothing finer, when no answer came.
    if (error instanceof TypeError) throw new TransportError({ kind: "network" }, { cause: error });
    throw error;
  }
}
