import { randomBytes } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect } from "./fixtures";

export interface Person {
  name: string;
  email: string;
  password: string;
}

type Role = "OWNER" | "MANAGER" | "UPLOADER" | "VIEWER";

export function newPerson(name = "Lin Mei"): Person {
  const email = `${randomBytes(5).toString("hex")}@example.com`;
  return { name, email, password: `umbrella of ${email}` };
}

/** Makes an invitation into the client of `api`; answers the path of its link. */
export async function invite(api: APIRequestContext, role: Role): Promise<string> {
  const made = await api.post("/api/v1/invitations", { data: { role } });
  expect(made.status()).toBe(201);
  return `/invite/${(await made.json()).token}`;
}

/** A new person of the client of `api`. */
export async function newMember(
  api: APIRequestContext,
  role: Role,
  person = newPerson(),
): Promise<Person> {
  const token = (await invite(api, role)).slice("/invite/".length);
  // As its own browser and from an address of its own: attempts are counted by address.
  const accepted = await fetch(
    new URL(`/api/v1/invitation-links/${token}/accept`, process.env.E2E_URL),
    {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": anyAddress() },
      body: JSON.stringify(person),
    },
  );
  expect(accepted.ok).toBe(true);
  return person;
}

/** One of the addresses that are kept for documentation (RFC 3849). */
export function anyAddress(): string {
  const hex = randomBytes(6).toString("hex");
  return `2001:db8:${hex.slice(0, 4)}:${hex.slice(4, 8)}::${hex.slice(8)}`;
}

/** Fills in the sign-in page, in English or Chinese. */
export async function signIn(page: Page, { email, password }: Omit<Person, "name">, path = "/") {
  await page.goto(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  await page.getByLabel(/^(E-mail|邮箱)$/).fill(email);
  await page.getByLabel(/^(Password|密码)$/).fill(password);
  await page.getByRole("button", { name: /^(Sign in|登录)$/ }).click();
}
