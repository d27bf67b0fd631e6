import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { test as fresh } from "./fresh-server";
import { furnish, upload } from "./furnish";
import { addFiles, cardOf, isReady } from "./library";
import { emptyStops, filledStops, guestStops, type Stop } from "./stops";

declare global {
  interface Window {
    axe: {
      run(context: Document, options: object): Promise<{ violations: Violation[] }>;
    };
  }
}

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with what is seen now, in light and in dark. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
    const runOnly = colorScheme === "light" ? tags : ["color-contrast"];
    const { violations } = await page.evaluate(async (runOnly) => {
      // A colour on its way to another one is neither.
      const ends = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished.catch(() => {}));
      await Promise.all(ends);
      return await window.axe.run(document, {
        runOnly,
        resultTypes: ["violations"],
        // Menus belong to their button, wherever they are drawn; landmarks are for what stays.
        rules: { region: { enabled: !document.querySelector("[role=menu]") } },
      });
    }, runOnly);
    for (const { id, nodes } of violations)
      for (const { html, failureSummary } of nodes)
        found.push(`${colorScheme} ${id}: ${html}\n${failureSummary}`);
  }
  return found;
}

async function visit(page: Page, stops: Stop[]): Promise<void> {
  for (const { path, drawn } of stops) {
    await page.goto(path);
    await expect(drawn(page).first(), path).toBeVisible();
    expect(await violations(page), path).toEqual([]);
  }
}

test("axe finds nothing wrong on a brand's first pages", async ({ client, manager }) => {
  await visit(manager, emptyStops(client.id));
});

test("axe finds nothing wrong on pages that are full", async ({ api, client, manager, page }) => {
  const furnished = await furnish(api);
  await visit(manager, filledStops(client.id, furnished));
  await visit(page, guestStops(furnished));
});

test("axe finds nothing wrong in dialogs, menus and messages", async ({ api, client, manager }) => {
  await upload(api, "app/apple-icon.png", "sign.png");
  await manager.goto(`/c/${client.id}/library`);
  await isReady(manager, "sign.png");
  await manager.getByRole("button", { name: "More for sign.png" }).click();
  await expect(manager.getByRole("menu")).toBeVisible();
  expect(await violations(manager)).toEqual([]);
  await manager.getByRole("menuitem", { name: "Rename" }).click();
  const rename = manager.getByRole("dialog", { name: "Rename" });
  await rename.getByLabel("Name").fill("");
  await rename.getByRole("button", { name: "Rename" }).click();
  await expect(rename.getByText("Enter a name.")).toBeVisible();
  expect(await violations(manager)).toEqual([]);
  await manager.keyboard.press("Escape");
  await manager.getByRole("checkbox", { name: "Select sign.png" }).check();
  await expect(manager.getByRole("toolbar")).toBeVisible();
  await addFiles(manager, "app/icon.svg");
  await manager.getByRole("button", { name: "Show each upload" }).click();
  expect(await violations(manager)).toEqual([]);
  await manager.getByRole("toolbar").getByRole("button", { name: "Delete" }).click();
  await expect(manager.getByRole("button", { name: "Undo" })).toBeVisible();
  expect(await violations(manager)).toEqual([]);

  await manager.goto(`/c/${client.id}/screens`);
  await manager.getByRole("button", { name: "Add screen" }).click();
  await expect(manager.getByRole("dialog", { name: "Add a screen" })).toBeVisible();
  expect(await violations(manager)).toEqual([]);
  await manager.goto(`/c/${client.id}/people`);
  await manager.getByRole("button", { name: "Invite" }).first().click();
  await expect(manager.getByRole("dialog", { name: "Invite somebody" })).toBeVisible();
  expect(await violations(manager)).toEqual([]);
  await manager.getByRole("button", { name: "Create link" }).click();
  await expect(manager.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  expect(await violations(manager)).toEqual([]);
  await manager.getByRole("button", { name: "Done" }).click();
  await manager.getByRole("button", { name: /: account and settings$/ }).click();
  await expect(manager.getByRole("menuitemradio", { name: "简体中文" })).toBeVisible();
  expect(await violations(manager)).toEqual([]);
  await manager.keyboard.press("Escape");
  await manager.getByRole("button", { name: "Search and commands" }).click();
  await manager.keyboard.type("s");
  const palette = manager.getByRole("dialog", { name: "Search and commands" });
  await expect(palette.getByRole("option").first()).toBeVisible();
  expect(await violations(manager)).toEqual([]);
  await manager.keyboard.press("ControlOrMeta+a");
  await manager.keyboard.type("keyboard shortcuts");
  await manager.keyboard.press("Enter");
  const help = manager.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByText("Everywhere")).toBeVisible();
  expect(await violations(manager)).toEqual([]);
});

fresh("axe finds nothing wrong on a server that nobody has used", async ({ page, setupUrl }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Vitrine is ready to be set up" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(setupUrl);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Please enter your name.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("everything can be done with the keyboard alone", async ({ api, client, manager: page }) => {
  await upload(api, "app/apple-icon.png", "first.png");
  await upload(api, "app/apple-icon.png", "second.png");
  await page.goto(`/c/${client.id}/library`);
  await isReady(page, "first.png");
  await isReady(page, "second.png");
  const { keyboard } = page;
  const focused = page.locator(":focus");
  /** Goes on with Tab to what has this name; everything on the way must be seen to have the focus. */
  const tabTo = async (role: "link" | "button" | "checkbox", name: string, key = "Tab") => {
    const wanted = page.getByRole(role, { name, exact: true });
    for (let steps = 0; steps < 40; steps += 1) {
      await keyboard.press(key);
      await expect(focused).toBeInViewport();
      if (await wanted.evaluateAll((all) => all.some((one) => one === document.activeElement)))
        return wanted;
    }
    throw new Error(`no way to ${name}`);
  };

  await tabTo("link", "Skip to content");
  await keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  const chosen = page.waitForEvent("filechooser");
  await tabTo("button", "Add files");
  await keyboard.press("Enter");
  await (await chosen).setFiles({
    name: "third.png",
    mimeType: "image/png",
    buffer: await (await api.get("/icons/icon-192.png")).body(),
  });
  await isReady(page, "third.png");

  // Newest first: third, second, first.
  await tabTo("button", "Preview second.png");
  await keyboard.press("Enter");
  const preview = (name: string) => page.getByRole("dialog", { name });
  await expect(preview("second.png")).toBeVisible();
  await keyboard.press("ArrowRight");
  await expect(preview("first.png")).toBeVisible();
  await keyboard.press("ArrowRight");
  await expect(preview("first.png")).toBeVisible();
  await keyboard.press("ArrowLeft");
  await keyboard.press("ArrowLeft");
  await expect(preview("third.png")).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  // Whoever has moved on goes on there.
  await expect(page.getByRole("button", { name: "Preview third.png" })).toBeFocused();

  await tabTo("button", "More for second.png");
  await keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Rename" }).press("Enter");
  await expect(page.getByRole("dialog").getByLabel("Name")).toBeFocused();
  await keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "More for second.png" })).toBeFocused();

  const box = await tabTo("checkbox", "Select second.png", "Shift+Tab");
  await keyboard.press("Space");
  await expect(box).toBeChecked();
  await tabTo("button", "Delete", "Shift+Tab");
  await keyboard.press("Enter");
  await expect(cardOf(page, "second.png")).toBeHidden();
  await expect(page.getByText("“second.png” deleted")).toBeVisible();
  await expect(page.getByRole("button", { name: "Preview first.png" })).toBeFocused();
  // sonner's own key to what it says.
  await keyboard.press("Alt+KeyT");
  await tabTo("button", "Undo");
  await keyboard.press("Enter");
  await expect(cardOf(page, "second.png")).toBeVisible();
});
