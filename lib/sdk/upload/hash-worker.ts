import { createSHA256 } from "hash-wasm";

const sliceBytes = 4 * 1024 * 1024;
const port = self as unknown as {
  onmessage: ((event: MessageEvent<Blob>) => void) | null;
  postMessage(message: string | null): void;
};

port.onmessage = ({ data }) => {
  sha256(data).then(
    (digest) => port.postMessage(digest),
    () => port.postMessage(null),
  );
};

/** Slice by slice: a file of 20 GB never lies in memory. */
async function sha256(file: Blob): Promise<string> {
  const hasher = await createSHA256();
  for (let start = 0; start < file.size; start += sliceBytes) {
    const slice = await file.slice(start, start + sliceBytes).arrayBuffer();
    hasher.update(new Uint8Array(slice));
  }
  return hasher.digest("hex");
}
