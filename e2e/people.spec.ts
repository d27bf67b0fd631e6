import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { administrator } from "./global-setup";
import { anyAddress, invite, newMember, newPerson, signIn } from "./members";

/** A browser of another person, at an address of its own. */
async function elsewhere(browser: Browser, address = anyAddress()): Promise<Page> {
  const context = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": address } });
  return await context.newPage();
}

const library = (page: Page) => page.getByRole("heading", { name: "Library", level: 1 });
const addFiles = (page: Page) => page.getByRole("button", { name: "Add files" });
const card = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("who gets an invitation makes an account with it and sees the library", async ({
  browser,
  manager,
  client,
}) => {
  await manager.goto(`/c/${client.id}/people`);
  await manager.getByRole("button", { name: "Invite" }).first().click();
  const dialog = manager.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByText("The link is ready")).toBeVisible();
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await expect(dialog.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  const pending = manager.getByRole("list", { name: "Pending invitations" });
  await expect(pending.getByText("Anyone with the link")).toBeVisible();

  const person = newPerson("Wei Chen");
  const page = await elsewhere(browser);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: `Join ${client.name}` })).toBeVisible();
  await expect(page.getByText("You are invited as Uploader")).toBeVisible();
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create account and join" }).click();
  await expect(page.getByText("5 more characters.")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account and join" }).click();
  await expect(library(page)).toBeVisible();
  await expect(page).toHaveURL(`/c/${client.id}/library`);

  // The manager sees it happen; the link is spent.
  const people = manager.getByRole("list", { name: "People" });
  await expect(people.getByRole("listitem").filter({ hasText: "Wei Chen" })).toContainText(
    "Uploader",
  );
  await expect(pending).toBeHidden();
  const late = await elsewhere(browser);
  await late.goto(link);
  await expect(
    late.getByRole("heading", { name: "This invitation is no longer valid" }),
  ).toBeVisible();
  await page.context().close();
  await late.context().close();
});

test("a withdrawn invitation lets nobody in", async ({ api, browser, manager, client }) => {
  const path = await invite(api, "MANAGER");
  await manager.goto(`/c/${client.id}/people`);
  await manager.getByRole("button", { name: "Withdraw" }).click();
  await manager.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(manager.getByText("The invitation was withdrawn.")).toBeVisible();
  const page = await elsewhere(browser);
  await page.goto(path);
  await expect(page.getByText("Ask for a new link.")).toBeVisible();
  await page.context().close();
});

test("a viewer looks and changes nothing", async ({ api, browser, client, manager }) => {
  await manager.goto(`/c/${client.id}/library`);
  const chooser = manager.waitForEvent("filechooser");
  await addFiles(manager).click();
  await (await chooser).setFiles("public/samples/coffee.mp4");
  await expect(card(manager, "coffee.mp4").getByText("Ready")).toBeVisible({ timeout: 30_000 });

  const page = await elsewhere(browser);
  await signIn(page, await newMember(api, "VIEWER"), `/c/${client.id}/library`);
  await expect(library(page)).toBeVisible();
  await expect(page.getByText("coffee.mp4")).toBeVisible();
  await expect(addFiles(page)).toBeHidden();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await page.getByRole("button", { name: "More for coffee.mp4" }).click();
  await expect(page.getByRole("menuitem", { name: "Download" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Delete" })).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Settings" })).toBeHidden();
  await page.getByRole("link", { name: "People" }).click();
  await expect(page.getByRole("list", { name: "People" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Invite" })).toBeHidden();

  const headers = { "x-client-id": client.id };
  const { items } = await (await api.get("/api/v1/artifacts")).json();
  const [{ id, version }] = items;
  const file = { name: "x.mp4", sizeBytes: 10, contentType: "video/mp4" };
  for (const [method, path, data] of [
    ["post", "/api/v1/artifacts", file],
    ["patch", `/api/v1/artifacts/${id}`, { name: "mine.mp4", version }],
    ["post", "/api/v1/artifacts/trash", { ids: [id] }],
    ["post", "/api/v1/invitations", { role: "OWNER" }],
    ["post", "/api/v1/screens/pair", { code: "123456", name: "mine", siteId: null }],
  ] as const) {
    const answer = await page.request[method](path, { headers, data });
    expect([path, answer.status()]).toEqual([path, 403]);
  }
  await page.context().close();
});

test("a new role and a removal take effect while the page is open", async ({
  api,
  browser,
  client,
  manager,
}) => {
  const person = await newMember(api, "VIEWER", newPerson("Rui Costa"));
  const page = await elsewhere(browser);
  await signIn(page, person, `/c/${client.id}/library`);
  await expect(library(page)).toBeVisible();
  await expect(addFiles(page)).toBeHidden();

  await manager.goto(`/c/${client.id}/people`);
  const actions = manager.getByRole("button", { name: "Actions for Rui Costa" });
  await actions.click();
  await manager.getByRole("menuitem", { name: "Role and stores" }).click();
  const dialog = manager.getByRole("dialog", { name: "Rui Costa" });
  await dialog.getByRole("combobox", { name: "Role" }).click();
  await manager.getByRole("option", { name: "Manager" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(addFiles(page)).toBeVisible();

  await actions.click();
  await manager.getByRole("menuitem", { name: "Remove" }).click();
  await manager.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(manager.getByText("Rui Costa was removed.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  const headers = { "x-client-id": client.id };
  expect((await page.request.get("/api/v1/artifacts", { headers })).status()).toBe(404);
  await page.context().close();
});

test("who works for two brands goes from one to the other", async ({
  api,
  browser,
  client,
  playwright,
  baseURL,
  session,
}) => {
  const second = { id: `${client.id}_b`, name: `Tea ${client.id}` };
  const extraHTTPHeaders = { "x-client-id": second.id };
  const other = await playwright.request.newContext({
    baseURL,
    storageState: session,
    extraHTTPHeaders,
  });
  expect((await other.post("/api/v1/clients", { data: second })).status()).toBe(201);

  const person = await newMember(api, "UPLOADER");
  const page = await elsewhere(browser);
  await signIn(page, person);
  await expect(library(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "switch brand" })).toBeHidden();

  await page.goto(await invite(other, "VIEWER"));
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await expect(page).toHaveURL(`/c/${second.id}/library`);
  await expect(page.getByText("Nothing has been added yet.")).toBeVisible();

  await page.getByRole("link", { name: "Screens" }).click();
  await page.getByRole("button", { name: `${second.name}: switch brand` }).click();
  await page.getByRole("menuitemradio", { name: client.name }).click();
  await expect(page).toHaveURL(`/c/${client.id}/screens`);
  await page.getByRole("link", { name: "Library" }).click();
  await expect(addFiles(page)).toBeVisible();
  await page.goto(`/c/${client.id}x/library`);
  await expect(page.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  await other.dispose();
  await page.context().close();
});

test("a new password ends the other sessions, signing out everywhere all", async ({
  api,
  browser,
  client,
}) => {
  const person = await newMember(api, "UPLOADER");
  const path = `/c/${client.id}/library`;
  const phone = await elsewhere(browser);
  const desk = await elsewhere(browser);
  for (const page of [phone, desk]) {
    await signIn(page, person, path);
    await expect(library(page)).toBeVisible();
  }

  await desk.goto("/account");
  const next = "rain on a warm pavement";
  await desk.getByLabel("Current password").fill("not this one at all");
  await desk.getByLabel("New password").fill(next);
  await desk.getByRole("button", { name: "Change password" }).click();
  await expect(desk.getByText("The current password is not right.")).toBeVisible();
  await desk.getByLabel("Current password").fill(person.password);
  await desk.getByRole("button", { name: "Change password" }).click();
  await expect(desk.getByText("Password changed.")).toBeVisible();

  // The phone stands at the sign-in page by itself and comes back to where it was.
  await expect(phone.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect((await phone.request.get("/api/v1/me")).status()).toBe(401);
  await phone.getByLabel("E-mail").fill(person.email);
  await phone.getByLabel("Password", { exact: true }).fill(person.password);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await expect(phone.getByText("E-mail or password is not right.")).toBeVisible();
  await phone.getByLabel("Password", { exact: true }).fill(next);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await expect(phone).toHaveURL(path);
  await expect(library(phone)).toBeVisible();

  await desk.reload();
  await desk.getByRole("button", { name: "Sign out everywhere" }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
  for (const page of [desk, phone]) {
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    expect((await page.request.get("/api/v1/me")).status()).toBe(401);
  }
  await phone.context().close();
  await desk.context().close();
});

test("guessing passwords is slowed down where it happens, and nowhere else", async ({
  api,
  browser,
}) => {
  const person = await newMember(api, "UPLOADER");
  const address = anyAddress();
  const known = await elsewhere(browser, address);
  await signIn(known, person);
  await expect(library(known)).toBeVisible();
  await known.getByRole("button", { name: `${person.name}: account and settings` }).click();
  await known.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(known.getByRole("heading", { name: "Sign in" })).toBeVisible();

  const guesser = await elsewhere(browser, address);
  await signIn(guesser, { ...person, password: "guess 0" });
  const submit = guesser.getByRole("button", { name: "Sign in" });
  const alert = guesser.getByRole("main").getByRole("alert");
  await expect(alert).toHaveText("E-mail or password is not right.");
  const { csrfToken } = await (await guesser.request.get("/api/auth/csrf")).json();
  for (const guess of [1, 2, 3, 4]) {
    const form = { csrfToken, email: person.email, password: `guess ${guess}`, json: "true" };
    const answer = await guesser.request.post("/api/auth/callback/credentials", { form });
    expect(answer.status()).toBe(401);
  }
  await guesser.getByLabel("Password", { exact: true }).fill(person.password);
  await submit.click();
  await expect(alert).toHaveText("Too many attempts. Please try again in 15 minutes.");

  for (const page of [known, await elsewhere(browser)]) {
    await signIn(page, person);
    await expect(library(page)).toBeVisible();
    await page.context().close();
  }
  await guesser.context().close();
});

test("signing in never leads to another site", async ({ browser, baseURL }) => {
  const foreign = ["https://evil.example/", "//evil.example/", "/\\evil.example/"];
  for (const next of foreign) {
    const page = await elsewhere(browser);
    await signIn(page, administrator, next);
    await expect(library(page)).toBeVisible();
    expect(new URL(page.url()).origin).toBe(baseURL);
    // Nor does the page that sends on who is signed in already.
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await expect(library(page)).toBeVisible();
    expect(new URL(page.url()).origin).toBe(baseURL);
    await page.context().close();
  }
  const page = await elsewhere(browser);
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const form = { ...administrator, csrfToken, callbackUrl: "https://evil.example/" };
  const answer = await page.request.post("/api/auth/callback/credentials", {
    form,
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  expect(new URL(answer.headers().location ?? "", baseURL).origin).toBe(baseURL);
  await page.context().close();
});
