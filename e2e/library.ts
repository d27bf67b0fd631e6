import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

interface FileInMemory {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

type Files = string | string[] | FileInMemory | FileInMemory[];

export async function openLibrary(page: Page, client: { id: string }): Promise<void> {
  await page.goto(`/c/${client.id}/library`);
  await expect(page.getByRole("heading", { name: "Library", level: 1 })).toBeVisible();
}

/** By the file dialog, as at a desk. */
export async function addFiles(page: Page, files: Files): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add files" }).click();
  await (await chooser).setFiles(files);
}

/** Drags a file over the page and lets it go. */
export async function dropFile(
  page: Page,
  path: string,
  shown = "Drop to add to the library",
): Promise<void> {
  const name = basename(path);
  const bytes = (await readFile(path)).toString("base64");
  const dataTransfer = await page.evaluateHandle(
    ({ name, bytes }) => {
      const body = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([body], name, { type: "video/mp4" }));
      return transfer;
    },
    { name, bytes },
  );
  // Not by its role: behind a dialog it has none.
  const main = page.locator("main");
  await main.dispatchEvent("dragenter", { dataTransfer });
  await expect(page.getByText(shown)).toBeVisible();
  await main.dispatchEvent("drop", { dataTransfer });
}

/** The card of a file in the list. */
export function cardOf(page: Page, name: string): Locator {
  return page
    .getByRole("list", { name: "Files in the library" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name, exact: true }) });
}

/** Unfolds the list in the corner. */
export async function showUploads(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Show each upload" }).click();
}

/** The row of a file among the uploads. */
export function uploadOf(page: Page, name: string): Locator {
  return page
    .getByRole("region", { name: "Uploads" })
    .getByRole("listitem")
    .filter({ has: page.getByText(name, { exact: true }) });
}

export async function isReady(page: Page, name: string): Promise<void> {
  await expect(cardOf(page, name).getByText("Ready", { exact: true })).toBeVisible({
    timeout: 30_000,
  });
}

/** What is behind the three dots of a card. */
export async function choose(page: Page, name: string, action: string): Promise<void> {
  await cardOf(page, name)
    .getByRole("button", { name: `More for ${name}` })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** Deletes it; where a screen shows it at this moment, says yes. */
export async function remove(page: Page, name: string): Promise<void> {
  const gone = page.waitForResponse(/\/artifacts\/trash$/);
  await choose(page, name, "Delete");
  const question = page.getByRole("alertdialog", { name: `Delete “${name}”?` });
  await Promise.race([gone, question.getByRole("button", { name: "Delete" }).click()]);
  await gone;
}

/** All but the ending is marked when the dialog opens, so that typing replaces it. */
export async function rename(page: Page, name: string, stem: string): Promise<void> {
  await choose(page, name, "Rename");
  const dialog = page.getByRole("dialog", { name: "Rename" });
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.type(stem);
  await dialog.getByRole("button", { name: "Rename" }).click();
}
