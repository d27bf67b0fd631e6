import type { BaseContext, Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { HeaderReader } from "@/lib/header-reader";
import type { Access, PersonContext } from "./access";
import { anonymousActor, baseContext } from "./base-context";
import { chooseClient } from "./choose-client";
import { bearerOf, contextOfScreen } from "./context-of-screen";
import { findSignedIn } from "./find-signed-in";
import type { Standing } from "./find-standing";

/** Who calls, and with which rights. The one place where a request becomes a context. */
export async function authenticate(
  { headers }: { headers: HeaderReader },
  access: Access,
  requestId: string,
): Promise<BaseContext | Context> {
  switch (access) {
    case "client":
      return clientContext(headers, headers.get("x-client-id"), requestId);
    case "person":
      return personContext(await signedIn(headers), requestId);
    case "screen": {
      const token = bearerOf(headers);
      if (!token) throw new AppError("unauthenticated", "no screen token");
      return contextOfScreen(token, requestId);
    }
    case "anyone": {
      const person = await findSignedIn(headers);
      return person
        ? personContext(person, requestId)
        : baseContext(anonymousActor(headers), requestId);
    }
  }
}

/** The context of the signed-in person in one client. */
export async function clientContext(
  headers: HeaderReader,
  clientId: string | null,
  requestId?: string,
): Promise<Context> {
  const person = await signedIn(headers);
  const base = personContext(person, requestId);
  return { ...base, ...(await chooseClient(base.pool, person, clientId)) };
}

async function signedIn(headers: HeaderReader): Promise<Standing> {
  const person = await findSignedIn(headers);
  if (!person) throw new AppError("unauthenticated", "no valid session");
  return person;
}

function personContext({ userId, isAdmin }: Standing, requestId?: string): PersonContext {
  return baseContext({ kind: "person", userId, isAdmin }, requestId);
}
