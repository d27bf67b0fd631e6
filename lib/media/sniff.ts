import { fileTypeFromBuffer } from "file-type";
import type { ByteSource } from "./byte-source";

const headBytes = 64 * 1024;

/** The content type that the first bytes speak of; undefined for text and the unknown. */
export async function sniff(source: ByteSource): Promise<string | undefined> {
  const head = await source.read(0, Math.min(headBytes, source.sizeBytes));
  // It throws at some heads that make no sense (a box of a negative size): unknown bytes.
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  if (type && type.mime !== "application/xml") return type.mime;
  // An XML prologue and comments may stand before the root element.
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i.test(
    head.toString("utf8"),
  )
    ? "image/svg+xml"
    : type?.mime;
}
