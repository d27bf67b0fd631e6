import type { Page } from "@playwright/test";
import { expect, test } from "./fresh-server";

/** The names of the files in the library, once each is ready and has its picture. */
async function readyFiles(page: Page, ready: string): Promise<string[]> {
  const files = page.getByRole("list", { name: /Files in the library|素材库中的文件/ });
  const cards = files.getByRole("listitem");
  await expect(cards).toHaveCount(3);
  for (const card of await cards.all()) {
    await expect(card.getByText(ready, { exact: true })).toBeVisible({ timeout: 30_000 });
    const poster = card.locator("img").last();
    await expect
      .poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(100);
  }
  return (await cards.getByRole("heading").allTextContents()).sort();
}

const noSidewaysScroll = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0))
    .toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);

test.describe("for a Chinese shop", () => {
  test.use({ locale: "zh-CN" });

  test("the link that was printed leads to a library with three sample ads", async ({
    browser,
    page,
    setupUrl,
  }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Vitrine 等待初始设置" })).toBeVisible();
    await expect(page.getByText("http://…/setup?token=…")).toBeVisible();

    await page.goto(setupUrl);
    await expect(page.getByRole("heading", { name: "欢迎使用 Vitrine" })).toBeVisible();
    const slower = await browser.newPage();
    await slower.goto(setupUrl);
    for (const [form, email] of [
      [page, "mei@example.com"],
      [slower, "other@example.com"],
    ] as const) {
      await form.getByLabel("姓名").fill("林美");
      await form.getByLabel("邮箱").fill(email);
      await form.getByLabel("密码", { exact: true }).fill("橱窗里的灯光很温暖呀");
      await form.getByLabel("品牌或连锁店名称").fill("蓝杯咖啡");
      await expect(form.getByRole("checkbox", { name: "添加三个示例广告" })).toBeChecked();
    }
    await page.getByRole("button", { name: "创建账号" }).click();
    await expect(page.getByRole("heading", { name: "素材库", level: 1 })).toBeVisible();
    await expect(page.getByText("蓝杯咖啡").first()).toBeVisible();

    // Who had the page open as well is led to the sign-in page, and so is who opens it anew.
    await slower.getByRole("button", { name: "创建账号" }).click();
    await expect(slower).toHaveURL("/sign-in");
    await slower.goto(setupUrl);
    await expect(slower.getByRole("heading", { name: "登录" })).toBeVisible();
    await slower.close();

    const samples = ["当季鲜果.mp4", "本周末上新.mp4", "现磨咖啡.mp4"].sort();
    expect(await readyFiles(page, "已就绪")).toEqual(samples);
    await page.reload();
    expect(await readyFiles(page, "已就绪")).toEqual(samples);
  });
});

test.describe("on an English phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("a wrong link is refused, mistakes are told, and samples can come later", async ({
    page,
    setupUrl,
  }) => {
    await page.goto("/");
    await expect(
      page.getByRole("heading", { name: "Vitrine is ready to be set up" }),
    ).toBeVisible();
    await noSidewaysScroll(page);

    await page.goto("/setup?token=wrong");
    const create = page.getByRole("button", { name: "Create account" });
    await create.click();
    for (const mistake of [
      "Please enter your name.",
      "Please enter an e-mail address such as name@shop.com.",
      "At least 10 characters, please.",
      "Please enter a name.",
    ]) {
      await expect(page.getByText(mistake, { exact: true })).toBeVisible();
    }
    await noSidewaysScroll(page);
    const fillIn = async () => {
      await page.getByLabel("Your name").fill("Ada Lin");
      await page.getByLabel("E-mail").fill("ada@example.com");
      await page.getByLabel("Password", { exact: true }).fill("a window full of light");
      await page.getByLabel("Name of your brand or chain").fill("Blue Cup Coffee");
    };
    await fillIn();
    await create.click();
    await expect(page.getByText("This link is not valid.")).toBeVisible();

    await page.goto(setupUrl);
    await noSidewaysScroll(page);
    await fillIn();
    await page.getByRole("checkbox", { name: "Start with three sample ads" }).uncheck();
    await create.click();
    await expect(
      page.getByRole("heading", { name: "Your shop window is still empty" }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Start with three samples" }).click();
    expect(await readyFiles(page, "Ready")).toEqual([
      "Fresh coffee.mp4",
      "New this weekend.mp4",
      "Summer fruit.mp4",
    ]);
  });
});
