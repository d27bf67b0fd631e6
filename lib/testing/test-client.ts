import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { scopesOf, sessionCookie } from "@/lib/auth";
import type { Role } from "@/lib/clients/schema";
import type { Context } from "@/lib/context";
import { contextOf } from "@/lib/runtime";
import { testRuntime } from "./test-runtime";

export interface TestPerson {
  ctx: Context;
  userId: string;
  email: string;
  /** A `cookie` header with a session. */
  cookie: string;
}

export interface TestClient extends TestPerson {
  clientId: string;
  /** Another person of this client, as a use case sees them. */
  as(role: Role): Promise<Context>;
  /** Another person of this client, with a cookie. */
  person(role: Role): Promise<TestPerson>;
}

/** A client of its own with one person in it, so that tests never meet. */
export async function testClient(role: Role = "OWNER"): Promise<TestClient> {
  const { db } = await testRuntime();
  const clientId = `client_${randomBytes(8).toString("hex")}`;
  await db.client.create({ data: { id: clientId, name: `Shop ${clientId}` } });
  const person = (role: Role) => createPerson(clientId, role);
  return {
    clientId,
    ...(await person(role)),
    person,
    as: async (role) => (await person(role)).ctx,
  };
}

async function createPerson(clientId: string, role: Role): Promise<TestPerson> {
  const runtime = await testRuntime();
  const { db, secrets } = runtime;
  const userId = uuid();
  const email = `${userId}@example.com`;
  const user = await db.user.create({
    data: {
      id: userId,
      email,
      name: `The ${role.toLowerCase()}`,
      passwordHash: "no password matches this",
      memberships: { create: { clientId, role } },
    },
  });
  return {
    userId,
    email,
    cookie: await sessionCookie(secrets.session, { userId, sessionVersion: user.sessionVersion }),
    ctx: {
      ...contextOf(runtime, { kind: "person", userId, isAdmin: false }),
      clientId,
      scopes: scopesOf(role),
      siteIds: undefined,
    },
  };
}
