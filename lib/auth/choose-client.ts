import type { Pool } from "pg";
import { ClientId } from "@/lib/clients/schema";
import type { Context } from "@/lib/context";
import { AppError, notFound } from "@/lib/errors";
import type { Standing } from "./find-standing";
import { scopesOf } from "./roles";

type Rights = Pick<Context, "clientId" | "scopes" | "siteIds">;

/** Which of the person's clients is meant, and what they may there. A foreign one does not exist. */
export async function chooseClient(
  pool: Pool,
  person: Standing,
  asked: string | null,
): Promise<Rights> {
  const clientId = asked === null ? onlyClientOf(person) : parseId(asked);
  const membership = person.memberships.find((one) => one.clientId === clientId);

  if (person.isAdmin) {
    if (!membership && !(await exists(pool, clientId))) throw notFound("client");
    return { clientId, scopes: scopesOf("OWNER"), siteIds: undefined };
  }
  if (!membership) throw notFound("client");
  const siteIds = membership.siteIds.length > 0 ? membership.siteIds : undefined;
  return { clientId, scopes: scopesOf(membership.role), siteIds };
}

function onlyClientOf(person: Standing): string {
  const [only, ...others] = person.memberships;
  if (only && others.length === 0) return only.clientId;
  throw new AppError("invalid", "the header x-client-id is missing", { reason: "client_missing" });
}

function parseId(text: string): string {
  const parsed = ClientId.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", "the header x-client-id is malformed", {
    reason: "client_malformed",
  });
}

async function exists(pool: Pool, clientId: string): Promise<boolean> {
  const text = "select 1 from clients where id = $1";
  const found = await pool.query({ name: "auth-client", text, values: [clientId] });
  return found.rows.length > 0;
}
