export type TextEncodingName = "UTF-8" | "UTF-16" | "GB18030";

export interface DecodedText {
  text: string;
  encoding: TextEncodingName;
}

/** Text as it was meant; undefined: these bytes are none. The end may be cut within a letter. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", "UTF-16", bytes);
  if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", "UTF-16", bytes);
  if (bytes.includes(0)) return undefined;
  // GB18030 takes GBK and GB2312 with it: what Chinese Windows writes where nobody chose.
  return decodeAs("utf-8", "UTF-8", bytes) ?? decodeAs("gb18030", "GB18030", bytes);
}

function decodeAs(
  label: string,
  encoding: TextEncodingName,
  bytes: Uint8Array,
): DecodedText | undefined {
  try {
    // As a stream: the last letter may have been cut.
    const text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return { text, encoding };
  } catch {
    return undefined;
  }
}
