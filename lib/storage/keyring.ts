/** Where the keys come from that clients' files are encrypted with. */
export interface Keyring {
  /** The id of the key that the client's new files are encrypted with; made when there is none. */
  currentId(clientId: string): Promise<string>;
  /** The key, 32 bytes. `not_found` when there is none of this id. */
  open(clientId: string, keyId: string): Promise<Buffer>;
}
