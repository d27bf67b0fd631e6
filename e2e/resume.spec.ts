import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { findArtifact, makeFile, mebibyte, sha256Of } from "./bytes";
import { addFiles, cardOf, choose, isReady, openLibrary, uploadOf } from "./library";
import { expect, partsOf, test } from "./on-a-line";

// Five parts, four of them side by side: beyond 32 MiB at least one has arrived.
const big = 40 * mebibyte;
const midway = 36 * mebibyte;

test("After a reload an upload goes on by itself and sends only what is missing", async ({
  manager,
  client,
  api,
  line,
}) => {
  const path = await makeFile("Autumn.bin", big);
  const parts = partsOf(manager);
  await openLibrary(manager, client);
  const halted = line.haltAfter(midway);
  await addFiles(manager, path);
  await halted;
  await expect.poll(() => copiesIn(manager)).toBe(1);
  await expect.poll(() => parts.arrived().length).toBeGreaterThan(0);
  const before = parts.arrived();
  expect(before.length).toBeLessThan(5);

  line.cut();
  line.mend();
  // A question here would keep the page: what goes on by itself is not asked about.
  await manager.reload();
  parts.forgetSent();
  await isReady(manager, "Autumn.bin");
  for (const number of before) expect(parts.sent()).not.toContain(number);
  expect((await findArtifact(api, "Autumn.bin")).sha256).toBe(await sha256Of(path));
  await expect.poll(() => copiesIn(manager)).toBe(0);
});

test("Where there is no room for a copy, the same file is asked for and no other is taken", async ({
  manager,
  client,
  api,
  line,
}) => {
  const path = await makeFile("Winter.bin", big);
  const changed = await readFile(path);
  changed.write("another beginning");
  await manager.addInitScript(() => {
    navigator.storage.estimate = async () => ({ quota: 1, usage: 0 });
  });
  manager.on("dialog", (dialog) => void dialog.accept());
  const parts = partsOf(manager);
  await openLibrary(manager, client);
  const halted = line.haltAfter(midway);
  await addFiles(manager, path);
  await halted;
  await expect.poll(() => parts.arrived().length).toBeGreaterThan(0);
  const before = parts.arrived();
  line.cut();
  line.mend();
  await manager.reload();

  await expect(manager.getByText("1 file waits for you")).toBeVisible();
  const row = uploadOf(manager, "Winter.bin");
  const other = test.info().outputPath("other");
  await mkdir(other);
  await writeFile(join(other, "Winter.bin"), changed);
  await chooseAgain(manager, "Winter.bin", join(other, "Winter.bin"));
  await expect(row.getByText("This is another file.")).toBeVisible();
  parts.forgetSent();
  await chooseAgain(manager, "Winter.bin", path);
  await isReady(manager, "Winter.bin");
  for (const number of before) expect(parts.sent()).not.toContain(number);
  expect((await findArtifact(api, "Winter.bin")).sha256).toBe(await sha256Of(path));
});

test("A phone that slept on another network goes on where it was", async ({
  manager,
  client,
  line,
}) => {
  const parts = partsOf(manager);
  await openLibrary(manager, client);
  const halted = line.haltAfter(midway);
  await addFiles(manager, await makeFile("Sleep.bin", big));
  await halted;
  await expect.poll(() => parts.arrived().length).toBeGreaterThan(0);
  const before = parts.arrived();
  const devtools = await manager.context().newCDPSession(manager);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  line.cut();
  parts.forgetSent();
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  await manager.context().setOffline(true);
  line.mend();
  await manager.context().setOffline(false);
  await isReady(manager, "Sleep.bin");
  for (const number of before) expect(parts.sent()).not.toContain(number);
});

test("An upload goes on while its person looks at other pages and other clients", async ({
  manager,
  client,
  line,
}) => {
  await openLibrary(manager, client);
  line.slowDown(2 * mebibyte);
  await addFiles(manager, await makeFile("Walk.bin", big));
  const tray = manager.getByRole("region", { name: "Uploads" });
  await expect(tray).toBeVisible();

  await goTo(manager, "Account");
  await expect(manager).toHaveURL(/\/account$/);
  await expect(tray.getByText("Adding 1 file")).toBeVisible();
  await goTo(manager, "All brands");
  await expect(manager).toHaveURL(/\/clients$/);
  await expect(tray.getByText("Adding 1 file")).toBeVisible();
  await manager.getByRole("link", { name: /Blue Cup Coffee/ }).click();
  await expect(manager).toHaveURL(/\/library$/);
  await expect(tray).toBeHidden();
  await manager.goBack();
  await expect(tray.getByText("Adding 1 file")).toBeVisible();
  line.goOn();
  await expect(tray.getByText("1 file added")).toBeVisible();
});

test("What the library has already is asked about before it goes", async ({ manager, client }) => {
  const path = await makeFile("Poster.bin", 1000);
  await openLibrary(manager, client);
  await addFiles(manager, path);
  await isReady(manager, "Poster.bin");
  const copy = (name: string) =>
    readFile(path).then((buffer) => ({ name, mimeType: "application/octet-stream", buffer }));
  await addFiles(manager, [await copy("Again.bin"), await copy("Twice.bin")]);
  const again = uploadOf(manager, "Again.bin");
  await expect(again.getByText("Already in the library as “Poster.bin”.")).toBeVisible();
  // The question goes along to pages that belong to no client.
  await manager.getByRole("button", { name: /: account and settings$/ }).click();
  await manager.getByRole("menuitem", { name: "Account" }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
  await expect(again.getByText("Already in the library as “Poster.bin”.")).toBeVisible();
  await manager.goBack();
  await expect(manager.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
  await expect(again.getByText("Already in the library as “Poster.bin”.")).toBeVisible();
  await again.getByRole("button", { name: "Don’t add" }).click();
  await expect(again).toBeHidden();
  await uploadOf(manager, "Twice.bin").getByRole("button", { name: "Keep both" }).click();
  await isReady(manager, "Twice.bin");

  await choose(manager, "Poster.bin", "Delete");
  await choose(manager, "Twice.bin", "Delete");
  await expect(cardOf(manager, "Twice.bin")).toBeHidden();
  await addFiles(manager, [await copy("Once more.bin")]);
  const more = uploadOf(manager, "Once more.bin");
  await expect(more).toBeVisible();
  // The question goes along to pages that belong to no client.
  await goTo(manager, "Account");
  await expect(manager).toHaveURL(/\/account$/);
  await more.getByRole("button", { name: "Restore it instead" }).click();
  await expect(more).toBeHidden();
  await manager.goBack();
  const list = manager.getByRole("list", { name: "Files in the library" });
  await expect(list.getByRole("listitem")).toHaveCount(1);
});

/** Without a page load, which would begin the queue anew. */
async function goTo(page: Page, name: string): Promise<void> {
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  await expect(async () => {
    await page.keyboard.press("ControlOrMeta+k");
    await expect(palette).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await palette.getByRole("combobox").fill(name);
  await palette.getByRole("option", { name, exact: true }).click();
}

/** Of how many files this browser has a copy. */
function copiesIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open("vitrine-uploads", 1);
        request.onsuccess = () => {
          const database = request.result;
          const count = database.transaction("copies").objectStore("copies").count();
          count.onsuccess = () => {
            resolve(count.result);
            database.close();
          };
        };
      }),
  );
}

type Files = Parameters<typeof addFiles>[1];

async function chooseAgain(page: Page, name: string, file: Files): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await uploadOf(page, name)
    .getByRole("button", { name: `Choose the file ${name}` })
    .click();
  await (await chooser).setFiles(file);
}
