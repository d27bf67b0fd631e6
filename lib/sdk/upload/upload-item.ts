/**
 * queued → preparing → sending → finishing → done; the others leave that road and come back to it
 * through queued: paused, failed, missing (the file has to be chosen again), asking (the library
 * has it already).
 */
export type UploadPhase =
  | "queued"
  | "preparing"
  | "sending"
  | "finishing"
  | "paused"
  | "failed"
  | "missing"
  | "asking"
  | "done";

/** Why a file did not arrive; the sentence for people is `upload.failures.<reason>`. */
export type UploadFailureReason =
  | "too_large"
  | "no_space"
  /** A limit of the client, on all that it has or on one file. */
  | "over_quota"
  | "over_file_limit"
  | "not_allowed"
  | "signed_out"
  | "bad_name"
  | "file_changed"
  | "network"
  | "removed"
  | "busy"
  | "server"
  /** All bytes arrived, and nothing can be made of them. */
  | "unusable";

export interface UploadFailure {
  reason: UploadFailureReason;
  /** What the server said, in the language of the person. */
  detail?: string;
}

/** `storage`: our server answers, and the place for the bytes does not. */
export type WaitingFor = "connection" | "storage" | "retry";

export interface UploadItem {
  id: string;
  name: string;
  contentType: string;
  sizeBytes: number;
  /** Of the file, in milliseconds: with name and size, how it is known when chosen again. */
  lastModified: number;
  phase: UploadPhase;
  sentBytes: number;
  /** The phase goes on, but not at this moment. */
  waitingFor?: WaitingFor;
  failure?: UploadFailure;
  /** Known from the answer to create on; kept over pauses, so that only what is missing is sent. */
  uploadId?: string;
  artifactId?: string;
  /** The artifact in whose place the file goes; undefined: it becomes a new one. */
  replaces?: string;
  /** A copy lies in this browser, so that the upload goes on by itself after a reload. */
  kept?: boolean;
  /** The browser remembers where the file is and only has to be allowed to read it. */
  remembered?: boolean;
  /** What the library has already, of the same bytes. */
  duplicates?: readonly Duplicate[];
}

export interface Duplicate {
  /** Unknown of one that waits in the same batch. */
  artifactId?: string;
  name: string;
  isTrashed: boolean;
}

export function isUnderWay({ phase }: UploadItem): boolean {
  return phase === "preparing" || phase === "sending" || phase === "finishing";
}

/** It will still change something when left alone. */
export function isPending(item: UploadItem): boolean {
  return item.phase === "queued" || isUnderWay(item);
}

/** Waits for a word of the person. */
export function isWaitingForPerson({ phase }: UploadItem): boolean {
  return phase === "missing" || phase === "asking";
}

/** Pressing "retry" makes sense; otherwise the person has to change something first. */
export function canRetry({ phase, failure }: UploadItem): boolean {
  return (
    phase === "failed" &&
    !["too_large", "over_file_limit", "bad_name", "file_changed", "unusable"].includes(
      failure?.reason ?? "",
    )
  );
}
