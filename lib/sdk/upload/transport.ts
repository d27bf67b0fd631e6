import type { CompleteUpload, SignedUpload, Upload, UploadProgress } from "@/lib/uploads/schema";

/** What the engine needs of the outside. Whatever fails throws a TransportError. */
export interface UploadTransport {
  create(file: FileFacts): Promise<Upload>;
  progress(uploadId: string, signal: AbortSignal): Promise<UploadProgress>;
  signParts(uploadId: string, parts: number[], signal: AbortSignal): Promise<SignedUpload[]>;
  /** Sends bytes to the store; answers its receipt, if it gives one. */
  sendBytes(
    request: SignedUpload,
    body: Blob,
    onSent: (sentBytes: number) => void,
    signal: AbortSignal,
  ): Promise<string | undefined>;
  complete(uploadId: string, proof: CompleteUpload, signal: AbortSignal): Promise<unknown>;
  abort(uploadId: string): Promise<void>;
}

export interface FileFacts {
  name: string;
  contentType: string;
  sizeBytes: number;
  /** The artifact in whose place it goes. */
  replaces?: string;
}

export interface TransportFailure {
  /**
   * network: no answer. refused: an answer that says no. stale: the store no longer takes the
   * URL. unreadable: the file cannot be read.
   */
  kind: "network" | "refused" | "stale" | "unreadable";
  status?: number;
  code?: string;
  reason?: string;
  detail?: string;
  retryAfterMs?: number;
}

export class TransportError extends Error {
  constructor(
    readonly failure: TransportFailure,
    options?: ErrorOptions,
  ) {
    super(failure.detail ?? failure.reason ?? failure.kind, options);
    this.name = "TransportError";
  }
}
