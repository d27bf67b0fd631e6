import { createArtifact, findDuplicates } from "./artifacts";
import { ApiProblem } from "./request";
import { browserEnv } from "./upload/browser-env";
import { sendByXhr } from "./upload/send-by-xhr";
import { TransportError, type UploadTransport } from "./upload/transport";
import { createUploadQueue, type UploadQueue } from "./upload/upload-queue";
import { abortUpload, completeUpload, getUpload, signParts } from "./uploads";
import { createVersion } from "./versions";

/** A queue of uploads into one client's library; this browser keeps it for this person. */
export function createUploads(clientId: string, userId: string): UploadQueue {
  const env = browserEnv(uploadTransport(clientId), async (sha256, signal) => {
    return (await findDuplicates(clientId, [sha256], signal)).items;
  });
  const queue = createUploadQueue(env);
  if (typeof window !== "undefined") void keep(queue, { userId, clientId, hash: env.hash });
  return queue;
}

type KeepOptions = Parameters<typeof import("./upload/kept-uploads").keepInBrowser>[1];

/** After the page itself; without it nothing is kept, and everything is uploaded all the same. */
async function keep(queue: UploadQueue, options: KeepOptions): Promise<void> {
  const kept = await import("./upload/kept-uploads").catch(() => undefined);
  kept?.keepInBrowser(queue, options);
}

function uploadTransport(clientId: string): UploadTransport {
  return {
    create: (file) =>
      answered(async () => {
        const { name, contentType, sizeBytes, replaces } = file;
        if (replaces) {
          const body = { fileName: name, contentType, sizeBytes };
          return createVersion(clientId, replaces, body);
        }
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
