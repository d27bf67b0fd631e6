import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { newMember } from "./members";
import { startProxy } from "./proxy-server";

const publicName = "panel.example";
const lanName = "vitrine.lan";
const sample = "public/samples/coffee.mp4";
const sampleSha256 = createHash("sha256").update(readFileSync(sample)).digest("hex");

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const rules = [publicName, lanName].map((name) => `MAP ${name} 127.0.0.1`).join(",");
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=${rules}`];
    await use({ ...launchOptions, args });
  },
  ignoreHTTPSErrors: true,
});

/** Uploads the sample and answers the hash that the browser says it has. */
async function upload(page: Page): Promise<string> {
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add files" }).click();
  const completed = page.waitForRequest("**/api/v1/uploads/*/complete");
  await (await chosen).setFiles(sample);
  const card = page.getByRole("listitem").filter({ hasText: "coffee.mp4" });
  await expect(card.getByText("Ready")).toBeVisible({ timeout: 30_000 });
  return (await completed).postDataJSON().sha256;
}

/** The line for changes, once the server has let the page in. */
async function openLine(page: Page): Promise<URL> {
  const line = await page.waitForEvent("websocket", (socket) => socket.url().endsWith("/ws"));
  await line.waitForEvent("framereceived");
  return new URL(line.url());
}

test("behind a proxy with TLS people sign in, upload, and see what others do", async ({
  api,
  page,
  baseURL,
  client,
}) => {
  const person = await newMember(api, "MANAGER");
  const proxy = await startProxy(baseURL ?? "", publicName);
  const origin = `https://${publicName}:${proxy.port}`;

  await page.goto(`${origin}/c/${client.id}/library?x=1`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(origin);
  const line = openLine(page);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${origin}/c/${client.id}/library?x=1`);
  expect((await line).origin).toBe(origin.replace("https", "wss"));

  const cookies = await page.context().cookies(`${origin}/api/auth/session`);
  const kept = { domain: publicName, httpOnly: true, secure: true, sameSite: "Lax" };
  const session = cookies.find(({ name }) => name === "__Secure-next-auth.session-token");
  expect(session).toMatchObject({ ...kept, path: "/" });
  expect(cookies.find(({ name }) => name === "vitrine-device")).toMatchObject(kept);
  expect(cookies.map(({ name }) => name)).not.toContain("next-auth.session-token");

  expect(await upload(page)).toBe(sampleSha256);
  const { items } = await (await api.get("/api/v1/artifacts")).json();
  expect(items).toHaveLength(1);
  await api.post("/api/v1/artifacts/trash", { data: { ids: [items[0].id] } });
  await expect(
    page.getByRole("heading", { name: "Your shop window is still empty" }),
  ).toBeVisible();

  await page.goto(`${origin}/`);
  await expect(page).toHaveURL(`${origin}/c/${client.id}/library`);
  await page.getByRole("button", { name: `${person.name}: account and settings` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(`${origin}/sign-in`);
  await page.context().close();
  await proxy.close();
});

test("on a plain address of the shop's network an upload carries its hash", async ({
  api,
  page,
  baseURL,
  client,
}) => {
  const origin = `http://${lanName}:${new URL(baseURL ?? "").port}`;
  const person = await newMember(api, "UPLOADER");
  await page.goto(`${origin}/`);
  expect(await page.evaluate(() => [window.isSecureContext, "subtle" in crypto])).toEqual([
    false,
    false,
  ]);
  const line = openLine(page);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${origin}/c/${client.id}/library`);
  expect((await line).origin).toBe(origin.replace("http", "ws"));
  const cookies = await page.context().cookies(origin);
  expect(cookies.find(({ name }) => name === "next-auth.session-token")).toMatchObject({
    domain: lanName,
    httpOnly: true,
    secure: false,
    sameSite: "Lax",
  });
  expect(await upload(page)).toBe(sampleSha256);
});
