import type { APIRequestContext, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Somebody else opens an invitation and becomes a member of the client. */
export async function join(
  api: APIRequestContext,
  page: Page,
  { name, role }: { name: string; role: "MANAGER" | "UPLOADER" | "VIEWER" },
): Promise<void> {
  const invited = await api.post("/api/v1/invitations", { data: { role } });
  const { token } = await invited.json();
  await page.goto(`/invite/${token}`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(`${crypto.randomUUID()}@example.com`);
  await page.getByLabel("Password", { exact: true }).fill("seven lamps at night");
  await page.getByRole("button", { name: "Create account and join" }).click();
  await expect(page.getByRole("heading", { name: "Library", level: 1 })).toBeVisible();
}
