import type { IncomingHttpHeaders } from "node:http";
import { requireScope } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { readerOf } from "@/lib/header-reader";
import { clientContext } from "./authenticate";
import { bearerOf, contextOfScreen } from "./context-of-screen";

/** Whether the caller may read files of that client: a person of it, or one of its screens. */
export async function authenticateMedia(
  headers: IncomingHttpHeaders,
  clientId: string,
): Promise<true> {
  const reader = readerOf(headers);
  const token = bearerOf(reader);
  if (token) {
    const screen = await contextOfScreen(token);
    if (screen.clientId !== clientId) throw notFound("client");
    return true;
  }
  requireScope(await clientContext(reader, clientId), "artifacts:read");
  return true;
}
