/** What is needed to go on with an upload after a reload. */
export interface KeptUpload {
  id: string;
  /** One person in one client: nobody else ever sees it. */
  owner: string;
  /** The tab that sends it. */
  tab: string;
  addedAt: number;
  name: string;
  contentType: string;
  sizeBytes: number;
  lastModified: number;
  isPaused: boolean;
  uploadId?: string;
  artifactId?: string;
  /** The artifact in whose place the file goes. */
  replaces?: string;
  fingerprint?: string;
  handle?: FileSystemFileHandle;
}

/** Where they are kept; each call is one transaction. */
export interface KeptStore {
  list(): Promise<KeptUpload[]>;
  put(upload: KeptUpload): Promise<void>;
  /** False: another tab was faster. */
  claim(id: string, from: string, to: string): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
  keepCopy(id: string, file: File): Promise<void>;
  copyOf(id: string): Promise<File | undefined>;
}

export function ownerOf(userId: string, clientId: string): string {
  return `${userId}/${clientId}`;
}
