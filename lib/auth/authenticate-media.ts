import type { IncomingHttpHeaders } from "node:http";
import { type Context, requireScope } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { readerOf } from "@/lib/header-reader";
import { clientContext } from "./authenticate";
import { bearerOf, contextOfScreen } from "./context-of-screen";

/** Who reads files of that client: a person of it, or one of its screens. All others are refused. */
export async function authenticateMedia(
  headers: IncomingHttpHeaders,
  clientId: string,
): Promise<Context> {
  const reader = readerOf(headers);
  const token = bearerOf(reader);
  if (token) {
    const screen = await contextOfScreen(token);
    if (screen.clientId !== clientId) throw notFound("client");
    return screen;
  }
  const person = await clientContext(reader, clientId);
  requireScope(person, "artifacts:read");
  return person;
}
