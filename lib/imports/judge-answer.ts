import type { IncomingMessage } from "node:http";
import { LinkError } from "./link-error";

/** Throws when the answer is no file that we could take. */
export function judgeAnswer({ statusCode = 0, headers }: IncomingMessage, maxBytes: number): void {
  switch (statusCode) {
    case 401:
    case 403:
    case 407:
      throw new LinkError("import_needs_password");
    case 404:
    case 410:
      throw new LinkError("import_not_found");
    case 408:
    case 425:
    case 429:
      throw new LinkError("import_unreachable", true);
  }
  if (statusCode !== 200) throw new LinkError("import_unreachable", statusCode >= 500);
  // Asked for plain bytes; who packs them all the same would leave us a file that nobody can play.
  if (!/^(identity)?$/i.test(headers["content-encoding"] ?? "")) {
    throw new LinkError("import_unreachable");
  }
  if (/^(text\/html|application\/xhtml\+xml)\b/i.test(headers["content-type"] ?? "")) {
    throw new LinkError("import_is_page");
  }
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw new LinkError("import_too_large");
}
