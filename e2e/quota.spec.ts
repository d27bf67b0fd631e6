import { type APIRequestContext, devices, type Page } from "@playwright/test";
import { upload } from "./bytes";
import { expect, test } from "./fixtures";
import { newMember, signIn } from "./members";

test.use({ ...devices["Pixel 7"], viewport: { width: 360, height: 740 } });

const none = { maxObjects: null, maxFileBytes: null };

test("A manager is told in time that the storage gets full, what does not fit is refused in words, and the administrator makes room", async ({
  api,
  browser,
  client,
  manager: administrator,
  contextOptions,
}) => {
  await upload(api, Buffer.alloc(8_500), "menu.bin");
  await api.put(`/api/v1/clients/${client.id}/quota`, { data: { ...none, maxBytes: 10_000 } });
  const member = await newMember(api, "MANAGER");
  const context = await browser.newContext({ ...contextOptions, locale: "zh-CN" });
  const page = await context.newPage();
  await signIn(page, member, `/c/${client.id}/library`);
  await expect(page.getByText("存储空间已使用 85%。").first()).toBeVisible();
  expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(360);

  const before = await usageOf(api);
  await addFile(page, { name: "film.bin", mimeType: "a/b", buffer: Buffer.alloc(3_000) });
  const uploads = page.getByRole("region", { name: "上传列表" });
  await expect(uploads).toContainText("此文件需要 3.0 kB，而 10.0 kB 中已使用 8.5 kB");
  expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(360);
  expect(await usageOf(api)).toEqual(before);
  const list = await (await api.get("/api/v1/artifacts")).json();
  expect(list.items).toHaveLength(1);

  await administrator.goto("/clients");
  await administrator.getByRole("button", { name: `Storage of ${client.name}` }).tap();
  const dialog = administrator.getByRole("dialog");
  await expect(dialog.getByRole("meter", { name: "Storage" })).toHaveAttribute(
    "aria-valuetext",
    "9 kB of 10 kB used",
  );
  await dialog.getByLabel("Storage at most, in GB").fill("1.5");
  await dialog.getByRole("button", { name: "Save" }).tap();
  await expect(administrator.getByText("Saved")).toBeVisible();

  await expect(page.getByText("存储空间已使用 85%。").first()).toBeHidden();
  await uploads.getByRole("button", { name: "重新上传“film.bin”" }).tap();
  await expect(uploads.getByText("已添加 1 个文件")).toBeVisible();
  await page.goto(`/c/${client.id}/settings`);
  await expect(page.getByRole("meter", { name: "存储空间" })).toHaveAttribute(
    "aria-valuetext",
    /^已使用 12\skB，共 1.5\sGB$/,
  );
  await context.close();
});

async function usageOf(api: APIRequestContext) {
  return (await api.get("/api/v1/usage")).json();
}

async function addFile(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.getByRole("button", { name: "添加文件" }).tap();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "文件", exact: true }).tap();
  await (await chooser).setFiles(file);
}
