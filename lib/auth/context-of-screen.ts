import type { Scope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { HeaderReader } from "@/lib/header-reader";
import { runtime } from "@/lib/runtime";
import type { ScreenContext } from "./access";
import { baseContext } from "./base-context";
import { hashToken } from "./hash-token";

const scopes: ReadonlySet<Scope> = new Set<Scope>(["manifest:read"]);
const text = `select id, client_id as "clientId" from screens where token_hash = $1`;

/** The context of a paired screen; unauthenticated when the token is none of ours, or not any more. */
export async function contextOfScreen(token: string, requestId?: string): Promise<ScreenContext> {
  const values = [hashToken(token)];
  const { rows } = await runtime().pool.query<{ id: string; clientId: string }>({
    name: "auth-screen",
    text,
    values,
  });
  const [screen] = rows;
  if (!screen) throw new AppError("unauthenticated", "unknown screen token");
  return {
    ...baseContext({ kind: "screen", screenId: screen.id }, requestId),
    clientId: screen.clientId,
    scopes,
    siteIds: undefined,
  };
}

export function bearerOf(headers: HeaderReader): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
}
