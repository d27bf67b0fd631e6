import type { AuthOptions } from "next-auth";
import { isAppError } from "@/lib/errors";
import type { HeaderReader } from "@/lib/header-reader";
import { runtime } from "@/lib/runtime";
import { anonymousActor, baseContext } from "./base-context";
import { addressRange } from "./caller-key";
import { knownDevice } from "./device-cookie";
import { standingOf } from "./find-signed-in";
import { Credentials } from "./schema";
import { sessionSeconds } from "./session-cookie";
import { type SignedIn, verifyCredentials } from "./verify-credentials";

/*
 * What the sign-in page gets: POST /api/auth/callback/credentials, by a plain form or by
 * signIn("credentials", { email, password, redirect: false }) of next-auth/react. That resolves to
 * { ok, status, error }, and a plain form comes back to /sign-in?error=…, where error is
 *   CredentialsSignin      401, wrong e-mail or password
 *   rate_limited:<seconds> 429 with Retry-After, to be waited for
 *   unavailable            401, something is down
 */
export function authOptions(headers: HeaderReader): AuthOptions {
  const { log, secrets } = runtime();
  return {
    secret: secrets.session,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    // By hand: the package's own function is no function when Node loads it as a module.
    providers: [
      {
        id: "credentials",
        name: "Vitrine",
        type: "credentials",
        credentials: { email: {}, password: {} },
        authorize: (given) => authorize(headers, given),
      },
    ],
    callbacks: {
      // Called at sign-in with the person, later with what the cookie says; each time it is renewed.
      async jwt({ token, user }) {
        if (user) return { sub: user.id, sessionVersion: (user as Verified).sessionVersion };
        const { sub, sessionVersion } = token;
        if (sub && typeof sessionVersion === "number" && (await standingOf(sub, sessionVersion))) {
          return { sub, sessionVersion };
        }
        throw new Error("the session has ended");
      },
      async session({ session, token }) {
        const person = await standingOf(String(token.sub), Number(token.sessionVersion));
        return { ...session, user: { name: person?.name ?? null, email: person?.email ?? null } };
      },
    },
    logger: {
      error(code, metadata) {
        if (code !== "JWT_SESSION_ERROR") log.warn({ code, metadata }, "next-auth");
      },
      warn: () => {},
      debug: () => {},
    },
  };
}

interface Verified extends SignedIn {
  id: string;
}

async function authorize(headers: HeaderReader, given: unknown): Promise<Verified | null> {
  const credentials = Credentials.safeParse(given);
  if (!credentials.success) return null;
  const actor = anonymousActor(headers);
  const ctx = baseContext(actor);
  try {
    const person = await verifyCredentials(ctx, credentials.data, {
      address: addressRange(actor.address),
      device: knownDevice(headers, runtime().secrets, credentials.data.email),
    });
    return person ? { id: person.userId, ...person } : null;
  } catch (error) {
    // The message is what the page gets to see.
    if (isAppError(error) && error.code === "rate_limited") {
      ctx.log.warn({ address: actor.address }, "too many attempts to sign in");
      throw new Error(`rate_limited:${error.retryAfterSeconds}`, { cause: error });
    }
    ctx.log.error({ err: error, requestId: ctx.requestId }, "sign-in failed");
    throw new Error("unavailable", { cause: error });
  }
}
