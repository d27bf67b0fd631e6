/** Bytes that were made of other bytes. */
export interface Rendered {
  bytes: Buffer;
  contentType: string;
}
