export interface GcsOptions {
  backendId: string;
  /** `{client}` in it stands for the client's id: a bucket for each. */
  bucket: string;
  /** Left out: that of the credentials. */
  projectId?: string | undefined;
  /** A service account's key, as JSON. Left out: what the machine or the user's files offer. */
  keyFile?: string | undefined;
  /** The same, already read. */
  credentials?: { client_email: string; private_key: string } | undefined;
  /** Of a bucket that is made. */
  location?: string | undefined;
  createsBucket: boolean;
  /** Left out: Google's own. */
  apiEndpoint?: string | undefined;
  uploadUrlSeconds: number;
  /** How long the store may stay silent. */
  timeoutSeconds: number;
  /** Of uploads; undefined: 8 MiB, more for the largest. */
  partSizeBytes?: number | undefined;
}

export const googleEndpoint = "https://storage.googleapis.com";
