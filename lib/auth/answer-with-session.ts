import { runtime } from "@/lib/runtime";
import { requestOrigin } from "./request-origin";
import { sessionCookie, sessionSeconds } from "./session-cookie";
import type { SignedIn } from "./verify-credentials";

/** An empty answer that signs the browser in anew: after a change that ended all sessions. */
export async function answerWithSession(request: Request, person: SignedIn): Promise<Response> {
  const { config, secrets } = runtime();
  const secure = requestOrigin(request.headers, config).startsWith("https:");
  const pair = await sessionCookie(secrets.session, person, { secure });
  const attributes = `Path=/; Max-Age=${sessionSeconds}; HttpOnly; SameSite=Lax`;
  return new Response(null, {
    status: 204,
    headers: {
      "cache-control": "no-store",
      "set-cookie": `${pair}; ${attributes}${secure ? "; Secure" : ""}`,
    },
  });
}
