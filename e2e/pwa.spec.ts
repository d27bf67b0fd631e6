import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { isReady } from "./library";

test.use({ serviceWorkers: "allow" });

/** Until our worker answers for the page. */
async function isControlled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** Addresses in all caches. */
function keptOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname);
  });
}

test("a phone is told in its language what it installs", async ({ api, client, manager }) => {
  await manager.goto(`/c/${client.id}/library`);
  const link = manager.locator('link[rel="manifest"]');
  const manifest = await (await api.get((await link.getAttribute("href")) ?? "")).json();
  expect(manifest).toMatchObject({ id: "/", display: "standalone", lang: "en" });
  for (const { src } of manifest.icons) {
    const icon = await api.get(src);
    expect(icon.headers()["content-type"], src).toBe("image/png");
  }
  const chinese = await (await api.get("/manifest.webmanifest?locale=zh-CN")).json();
  expect(chinese).toMatchObject({ id: "/", lang: "zh-CN", shortcuts: [{ name: "连接屏幕" }] });
});

test("pages come from the server, and without one there is a page that says so", async ({
  client,
  manager,
}) => {
  await manager.goto(`/c/${client.id}/library`);
  await isControlled(manager);
  await manager.reload();
  await expect(manager.getByRole("heading", { name: "Your shop window" })).toBeVisible();
  const kept = await keptOf(manager);
  expect(kept).toContain("/offline");
  expect(kept.filter((path) => path !== "/offline" && !path.startsWith("/_next/static/"))).toEqual(
    [],
  );
  await manager.context().setOffline(true);
  await manager.goto(`/c/${client.id}/screens`);
  await expect(manager.getByRole("heading", { name: "No connection" })).toBeVisible();
  await manager.context().setOffline(false);
  await manager.getByRole("link", { name: "Try again" }).click();
  await expect(manager.getByRole("heading", { name: "Set up your first screen" })).toBeVisible();
});

test("what a phone's gallery shares goes into the chosen library", async ({ client, manager }) => {
  await manager.goto(`/c/${client.id}/library`);
  await isControlled(manager);
  // As the share sheet of the system does it: a form that is posted to us.
  await manager.evaluate(async () => {
    const form = document.createElement("form");
    Object.assign(form, {
      method: "post",
      action: "/share/files",
      enctype: "multipart/form-data",
    });
    const input = document.createElement("input");
    Object.assign(input, { type: "file", name: "files", multiple: true });
    const transfer = new DataTransfer();
    const pictures = { "窗.png": "/apple-icon.png", "door.png": "/icons/icon-192.png" };
    for (const [name, path] of Object.entries(pictures)) {
      const blob = await (await fetch(path)).blob();
      transfer.items.add(new File([blob], name, { type: "image/png" }));
    }
    input.files = transfer.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  });
  await expect(manager).toHaveURL("/share");
  const files = manager.getByRole("list", { name: "Shared files" }).getByRole("listitem");
  await expect(files).toHaveText([/窗\.png/, /door\.png/]);
  // The administrator has the brands of all stories; the one that was open last is offered.
  await expect(manager.getByRole("combobox", { name: "Brand" })).toHaveValue(client.id);
  await manager.getByRole("button", { name: "Add 2 files" }).click();
  await expect(manager).toHaveURL(`/c/${client.id}/library`);
  await isReady(manager, "窗.png");
  await isReady(manager, "door.png");
  await manager.goto("/share");
  await expect(manager.getByRole("heading", { name: "Nothing has been shared" })).toBeVisible();
});

test.describe("Beside the service worker", () => {
  // Once it is there it asks the server itself, past the story's answer.
  test.use({ serviceWorkers: "block" });

  test("an open page says that the server has become a newer one", async ({ client, manager }) => {
    // The first answer says which build the page is of; a link that is pressed before the page
    // answers loads another page.
    const first = manager.waitForResponse("**/api/v1/**");
    await manager.goto(`/c/${client.id}/library`);
    await expect(manager.locator("html")).toHaveAttribute("data-answers");
    await (await first).finished();
    await manager.route("**/api/v1/members**", async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), "x-vitrine-build": "next" },
      });
    });
    await manager.getByRole("link", { name: "People" }).click();
    await expect(manager.getByText("A new version of Vitrine is there.")).toBeVisible();
    await manager.unroute("**/api/v1/members**");
    await manager.getByRole("button", { name: "Reload" }).click();
    await expect(manager.getByText("A new version of Vitrine is there.")).toBeHidden();
    await expect(manager.getByRole("heading", { name: "People" })).toBeVisible();
  });
});

test("the menu installs the app where the browser can", async ({ client, manager }) => {
  await manager.goto(`/c/${client.id}/library`);
  await expect(manager.getByRole("heading", { name: "Your shop window" })).toBeVisible();
  const install = manager.getByRole("menuitem", { name: "Install Vitrine" });
  const menu = manager.getByRole("button", { name: /: account and settings$/ });
  await menu.click();
  await expect(manager.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  await expect(install).toBeHidden();
  await manager.keyboard.press("Escape");
  await manager.evaluate(() => {
    const event = new Event("beforeinstallprompt", { cancelable: true });
    window.dispatchEvent(
      Object.assign(event, {
        prompt: async () => {
          document.title = "asked";
        },
      }),
    );
  });
  await menu.click();
  await install.click();
  await expect(manager).toHaveTitle("asked");
});
