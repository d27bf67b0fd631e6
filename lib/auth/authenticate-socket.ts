import type { IncomingHttpHeaders } from "node:http";
import type { Context } from "@/lib/context";
import { readerOf } from "@/lib/header-reader";
import { clientContext } from "./authenticate";

/**
 * The context of a dashboard's socket, from the headers of its upgrade. Throws unauthenticated or
 * not_found; ask again after a Change of kind "sessions".
 */
export function authenticateSocket(
  headers: IncomingHttpHeaders,
  clientId: string,
): Promise<Context> {
  return clientContext(readerOf(headers), clientId);
}
