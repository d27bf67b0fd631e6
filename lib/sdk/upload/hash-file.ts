/** SHA-256 in a worker; undefined when the browser gives none or the file cannot be read. */
export function hashFile(file: Blob, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./hash-worker.ts", import.meta.url), { type: "module" });
    const end = (digest?: string) => {
      worker.terminate();
      resolve(digest);
    };
    worker.onmessage = ({ data }: MessageEvent<string | null>) => end(data ?? undefined);
    worker.onerror = () => end();
    signal.addEventListener("abort", () => end(), { once: true });
    worker.postMessage(file);
  });
}
