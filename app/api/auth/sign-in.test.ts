import { v7 as uuid } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as getMe } from "@/app/api/v1/me/route";
import { hashPassword, limit } from "@/lib/auth";
import { request, testRuntime } from "@/lib/testing";
import { GET, POST } from "./[...nextauth]/route";

const password = "a long and honest password";
let passwordHash: string;

beforeAll(async () => {
  await testRuntime();
  passwordHash = await hashPassword(password);
});

async function aPerson() {
  const { db } = await testRuntime();
  const id = uuid();
  const email = `${id}@example.com`;
  await db.user.create({ data: { id, email, name: "Ada", passwordHash } });
  return { id, email };
}

/** A browser: it keeps what it is given, and sends it back. */
function browser(address: string, headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  const call = async (method: string, path: string, form?: Record<string, string>) => {
    const all = new Headers({ host: "shop.lan:3000", "x-vitrine-peer": address, ...headers });
    if (jar.size > 0) all.set("cookie", [...jar].map(([k, v]) => `${k}=${v}`).join("; "));
    const body = form && new URLSearchParams(form);
    const asked = new Request(`http://shop.lan:3000${path}`, { method, headers: all, body });
    const answer = await (method === "GET" ? GET(asked) : POST(asked));
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/i.test(line) || value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return {
    jar,
    call,
    cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
    async signIn(email: string, password: string, json = true) {
      const { csrfToken } = (await (await call("GET", "/api/auth/csrf")).json()) as {
        csrfToken: string;
      };
      return call("POST", "/api/auth/callback/credentials", {
        email,
        password,
        csrfToken,
        ...(json ? { json: "true" } : {}),
      });
    },
  };
}

async function errorOf(answer: Response): Promise<string | null> {
  const { url } = (await answer.json()) as { url: string };
  return new URL(url).searchParams.get("error");
}

describe("signing in", () => {
  it("makes a session that the API knows", async () => {
    const { id, email } = await aPerson();
    const here = browser("203.0.113.1");
    expect((await here.signIn(` ${email.toUpperCase()} `, password)).status).toBe(200);
    const me = await request(getMe, { cookie: here.cookie() });
    expect(await me.json()).toMatchObject({ id, email, name: "Ada" });
  });

  it("answers a wrong password as it answers an unknown e-mail", async () => {
    const { email } = await aPerson();
    const wrong = await browser("203.0.113.2").signIn(email, "not the password");
    const unknown = await browser("203.0.113.2").signIn(`nobody-${email}`, password);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await errorOf(wrong)).toBe("CredentialsSignin");
    expect(await errorOf(unknown)).toBe("CredentialsSignin");
  });

  it("refuses without the token of its own form", async () => {
    const { email } = await aPerson();
    const here = browser("203.0.113.3");
    await here.call("POST", "/api/auth/callback/credentials", { email, password, json: "true" });
    expect(here.cookie()).not.toContain("session-token");
  });

  it("asks to wait after five wrong passwords, and lets the same person in from elsewhere", async () => {
    const { email } = await aPerson();
    const stranger = browser("203.0.113.4");
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect((await stranger.signIn(email, "a guess")).status).toBe(401);
    }
    const sixth = await stranger.signIn(email, "a guess");
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(await errorOf(sixth)).toMatch(/^rate_limited:\d+$/);
    expect((await stranger.signIn(email, password)).status).toBe(429);
    expect((await browser("203.0.113.5").signIn(email, password)).status).toBe(200);
  });

  it("tells a page without scripts by its address, too", async () => {
    const { email } = await aPerson();
    const here = browser("203.0.113.6");
    for (let attempt = 1; attempt <= 5; attempt++) await here.signIn(email, "a guess");
    const sixth = await here.signIn(email, "a guess", false);
    expect(sixth.status).toBe(302);
    const { pathname, search } = new URL(sixth.headers.get("location") ?? "");
    const error = await here.call("GET", pathname + search);
    expect(error.headers.get("location")).toMatch(/^\/sign-in\?error=rate_limited/);
  });

  it("lets a known browser in while strangers use up what everybody may try", async () => {
    const { email } = await aPerson();
    const own = browser("203.0.113.7");
    await own.signIn(email, password);
    own.jar.delete("next-auth.session-token");
    for (let attempt = 0; attempt < 100; attempt++) {
      const { pool } = await testRuntime();
      await limit({ pool }, "sign-in-email", email, { points: 100, durationSeconds: 3600 });
    }
    expect((await browser("203.0.113.8").signIn(email, password)).status).toBe(429);
    expect((await own.signIn(email, password)).status).toBe(200);
  });

  it("knows no browser by an e-mail that was only named beside a session", async () => {
    const [own, other] = [await aPerson(), await aPerson()];
    const here = browser("203.0.113.11");
    await here.signIn(own.email, password);
    here.jar.delete("vitrine-device");
    const { csrfToken } = (await (await here.call("GET", "/api/auth/csrf")).json()) as {
      csrfToken: string;
    };
    const answer = await here.call("POST", "/api/auth/session", { csrfToken, email: other.email });
    expect(answer.headers.getSetCookie().join()).toContain("session-token");
    expect(here.jar.has("vitrine-device")).toBe(false);
  });

  it("takes no body without end", async () => {
    const body = new Blob(["a=".padEnd(100_000, "x")]).stream();
    const init = { method: "POST", body, duplex: "half" } as RequestInit;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const url = "http://shop.lan:3000/api/auth/callback/credentials";
    expect((await POST(new Request(url, { ...init, headers }))).status).toBe(413);
  });

  it("sets the __Secure- cookie behind a proxy that ends TLS", async () => {
    const { email } = await aPerson();
    const forwarded = { "x-forwarded-proto": "https", "x-forwarded-host": "ads.example.com" };
    const here = browser("127.0.0.1", forwarded);
    const answer = await here.signIn(email, password);
    expect(answer.status).toBe(200);
    const session = answer.headers.getSetCookie().find((line) => line.includes("session-token"));
    expect(session).toMatch(/^__Secure-next-auth\.session-token=.*; Secure/);
    expect(((await answer.json()) as { url: string }).url).toMatch(/^https:\/\/ads\.example\.com/);
    expect((await request(getMe, { cookie: here.cookie() })).status).toBe(200);
  });

  it("renews a session, and ends it in the browser once it is none", async () => {
    const { id, email } = await aPerson();
    const here = browser("203.0.113.9");
    await here.signIn(email, password);
    const before = here.jar.get("next-auth.session-token");
    const session = await (await here.call("GET", "/api/auth/session")).json();
    expect(session).toMatchObject({ user: { name: "Ada", email } });
    expect(here.jar.get("next-auth.session-token")).not.toBe(before);

    const { db, sessions } = await testRuntime();
    await db.user.update({ where: { id }, data: { sessionVersion: { increment: 1 } } });
    sessions.forget(id);
    expect(await (await here.call("GET", "/api/auth/session")).json()).toEqual({});
    expect(here.jar.has("next-auth.session-token")).toBe(false);
  });

  it("signs out", async () => {
    const { email } = await aPerson();
    const here = browser("203.0.113.10");
    await here.signIn(email, password);
    const { csrfToken } = (await (await here.call("GET", "/api/auth/csrf")).json()) as {
      csrfToken: string;
    };
    await here.call("POST", "/api/auth/signout", { csrfToken, json: "true" });
    expect((await request(getMe, { cookie: here.cookie() })).status).toBe(401);
  });
});
