export type SignInOutcome =
  | { kind: "signed-in" }
  | { kind: "refused" }
  | { kind: "unavailable" }
  | { kind: "rate-limited"; minutes: number };

/** next-auth's own client leaves the page when the network is away; these two calls do not. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const url = await post("/api/auth/callback/credentials", { email, password });
  const search = new URL(url, "http://any").searchParams;
  if (search.has("csrf")) throw new Error("the browser did not keep the cookie of the form");
  const error = search.get("error");
  if (error === null) return { kind: "signed-in" };
  if (error === "unavailable") return { kind: "unavailable" };
  const seconds = /^rate_limited:(\d+)$/.exec(error)?.[1];
  if (seconds === undefined) return { kind: "refused" };
  return { kind: "rate-limited", minutes: Math.max(1, Math.ceil(Number(seconds) / 60)) };
}

export async function signOut(): Promise<void> {
  await post("/api/auth/signout", {});
}

/** Lengthens the session of whoever uses it: thirty days from now. Says nothing when it cannot. */
export async function renewSession(): Promise<void> {
  await fetch("/api/auth/session", { cache: "no-store" }).catch(() => {});
}

async function post(path: string, fields: Record<string, string>): Promise<string> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const csrfToken = await textOf(csrf, "csrfToken");
  const body = new URLSearchParams({ ...fields, csrfToken, callbackUrl: "/", json: "true" });
  const answer = await fetch(path, { method: "POST", body });
  return textOf(answer, "url");
}

/** By hand: the sign-in page does without zod, which outweighs it. */
async function textOf(answer: Response, name: string): Promise<string> {
  const text = ((await answer.json()) as Record<string, unknown> | null)?.[name];
  if (typeof text !== "string") throw new Error(`next-auth answered without ${name}`);
  return text;
}
