import { randomUUID } from "node:crypto";
import { access, mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { upload } from "./bytes";
import { test as shared } from "./fixtures";
import { newMember, newPerson, signIn } from "./members";
import { expect, test } from "./own-servers";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

const diskOf = (page: Page) =>
  page
    .getByRole("region", { name: "Files and records" })
    .getByRole("region", { name: /server's disk/ });

async function cleanUp(page: Page): Promise<void> {
  await diskOf(page).getByRole("button", { name: "Compare and clean up" }).click();
  const question = page.getByRole("alertdialog", { name: "Compare and clean up?" });
  await expect(question).toContainText("kept in quarantine for 7 days and then deleted");
  await question.getByRole("button", { name: "Compare and clean up" }).click();
}

test("An administrator has files compared with their records, and cleans up what no record names", async ({
  directory,
  api,
  client,
  manager: page,
}) => {
  for (const name of ["a", "b", "c", "d"]) {
    await upload(api, Buffer.concat([png, Buffer.from(name)]), `${name}.png`);
  }
  const originals = join(directory, "data", "files", "objects", client.id, "originals");
  const [lost = ""] = await readdir(originals);
  const keyOf = (id: string) => `${client.id}/originals/${id}`;
  const orphan = randomUUID();
  const path = join(originals, orphan);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "nobody's");
  const longAgo = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000);
  await utimes(path, longAgo, longAgo);

  await page.goto("/stores");
  const disk = diskOf(page);
  await expect(disk.getByRole("status")).toHaveText("Not compared yet.");
  await rm(join(originals, lost));
  await disk.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(disk.getByRole("status")).toHaveText("1 file missing, 1 leftover file (8 bytes)");
  await expect(disk).toContainText(/Compared .* by Ada Lin/);
  await expect(disk).toContainText("Nothing was changed");
  const line = disk.getByRole("row", { name: new RegExp(client.name) });
  await expect(line.getByRole("cell").nth(2)).toHaveText("1");
  await expect(line.getByRole("cell").nth(4)).toHaveText("1 · 8 bytes");
  const found = disk.getByRole("list", { name: "What was found" }).getByRole("listitem");
  await expect(found).toHaveCount(2);
  const missing = found.filter({ hasText: lost.slice(-12) });
  await expect(missing).toContainText("Upload it again, or restore it from a backup");
  await expect(missing.getByRole("link")).toHaveAttribute(
    "href",
    new RegExp(`^/c/${client.id}/library\\?preview=`),
  );
  const leftover = found.filter({ hasText: orphan.slice(-12) });
  await expect(leftover).toContainText("A clean-up puts it into quarantine.");
  expect(await isThere(path)).toBe(true);

  await cleanUp(page);
  await expect(disk).toContainText("Cleaned up");
  await expect(leftover).toContainText(/In quarantine\. Deleted on /);
  expect(await isThere(path)).toBe(true);
  await page.reload();
  await expect(leftover).toContainText(/In quarantine\. Deleted on /);

  await leftover.getByRole("button", { name: `Keep ${keyOf(orphan)}` }).click();
  await expect(leftover).toHaveCount(0);
  await expect(disk.getByRole("heading", { name: "What was found" })).toBeFocused();
  await cleanUp(page);
  await expect(disk.getByRole("status")).toHaveText("1 file missing");
  const filter = disk.getByRole("combobox", { name: "Which" });
  await filter.selectOption("Leftovers");
  await expect(disk).toContainText("Nothing here.");
  await filter.selectOption("Kept");
  await expect(leftover).toContainText("Kept for good.");
  expect(await isThere(path)).toBe(true);

  await leftover.getByRole("button", { name: `Delete now: ${keyOf(orphan)}` }).click();
  const question = page.getByRole("alertdialog", { name: "Delete this file now?" });
  await question.getByRole("button", { name: "Delete now" }).click();
  await expect(leftover).toHaveCount(0);
  await expect(disk.getByRole("heading", { name: "What was found" })).toBeFocused();
  expect(await isThere(path)).toBe(false);
});

shared(
  "A manager who is no administrator sees nothing of files and records",
  async ({ api, baseURL, screenPage: page }) => {
    const person = await newMember(api, "MANAGER", newPerson("Mo"));
    await signIn(page, person, "/stores");
    await expect(page.getByText("Only administrators see where files lie.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Files and records" })).toHaveCount(0);
    for (const [method, path] of [
      ["GET", "/api/v1/stores/reconciliations"],
      ["POST", "/api/v1/stores/local/reconciliations"],
      ["GET", "/api/v1/stores/findings"],
    ] as const) {
      const headers = { origin: new URL(page.url()).origin };
      const data = method === "POST" ? {} : undefined;
      const answer = await page.request.fetch(`${baseURL}${path}`, { method, headers, data });
      expect([answer.status(), (await answer.json()).code]).toEqual([403, "forbidden"]);
    }
  },
);
