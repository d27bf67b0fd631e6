import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test as stories } from "./fixtures";
import { cardOf, isReady, openLibrary } from "./library";
import { test as servers } from "./own-servers";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

stories(
  "A whole folder is added, without what is hidden, and tagged",
  async ({ manager, client }) => {
    const folder = stories.info().outputPath("Spring");
    await mkdir(join(folder, "deep"), { recursive: true });
    await writeFile(join(folder, "one.bin"), "one");
    await writeFile(join(folder, "deep", "two.bin"), "two");
    await writeFile(join(folder, ".hidden"), "three");
    await openLibrary(manager, client);
    await manager.getByRole("button", { name: "More ways to add" }).click();
    const chooser = manager.waitForEvent("filechooser");
    await manager.getByRole("menuitem", { name: "Folder…" }).click();
    await (await chooser).setFiles(folder);
    await expect(manager.getByText("2 files from “Spring”")).toBeVisible();
    await expect(manager.getByText("1 hidden or system file was left out.")).toBeVisible();
    await manager.getByRole("button", { name: "Tag “Spring”" }).click();
    await isReady(manager, "one.bin");
    await isReady(manager, "two.bin");
    await expect(cardOf(manager, "one.bin").getByText("Spring")).toBeVisible();
    await expect(cardOf(manager, "two.bin").getByText("Spring")).toBeVisible();
  },
);

stories(
  "A picture is pasted, and a pasted link is offered; a private address is refused",
  async ({ manager, client }) => {
    await openLibrary(manager, client);
    await paste(manager, { file: png.toString("base64") });
    await expect(manager.getByRole("heading", { name: /^Pasted .+\.png$/ })).toBeVisible();

    // What answers here is this machine: nobody outside may have it fetched.
    await paste(manager, { text: "http://127.0.0.1:9/film.mp4?key=secret" });
    const dialog = manager.getByRole("dialog", { name: "Add from links" });
    await expect(dialog.getByLabel("Links")).toHaveValue("http://127.0.0.1:9/film.mp4?key=secret");
    await dialog.getByRole("button", { name: "Add file" }).click();
    await expect(dialog).toBeHidden();
    const tray = manager.getByRole("region", { name: "From links" });
    await expect(tray.getByText("This link leads into a private network")).toBeVisible();
    await tray.getByRole("button", { name: "Remove film.mp4" }).click();
    await expect(tray).toBeHidden();
    await expect(cardOf(manager, "film.mp4")).toBeHidden();
  },
);

servers.describe("where private addresses are allowed", () => {
  servers.use({ environment: { IMPORT_ALLOW_PRIVATE: "true" } });

  servers(
    "Files come from links, with progress, and are tried again",
    async ({ manager, client }) => {
      let isThere = false;
      let finish = () => {};
      const origin = await serve((request, response) => {
        if (request.url?.startsWith("/lost") && !isThere) return void response.writeHead(404).end();
        response.setHeader("content-type", "application/octet-stream");
        if (!request.url?.startsWith("/slow")) return void response.end("bytes");
        response.writeHead(200, { "content-length": "2000000" });
        response.write(Buffer.alloc(1_000_000));
        finish = () => response.end(Buffer.alloc(1_000_000, 1));
      });
      await openLibrary(manager, client);
      await manager.getByRole("button", { name: "More ways to add" }).first().click();
      await manager.getByRole("menuitem", { name: "From a link…" }).click();
      const dialog = manager.getByRole("dialog", { name: "Add from links" });
      await dialog.getByLabel("Links").fill("no link");
      await dialog.getByRole("button", { name: "Add file" }).click();
      await expect(dialog.getByText("This is not a link to a file: no")).toBeVisible();
      await dialog
        .getByLabel("Links")
        .fill(`${origin}/slow/Slow.bin\n${origin}/lost/Lost.bin?token=1`);
      await dialog.getByRole("button", { name: "Add 2 files" }).click();
      await expect(dialog).toBeHidden();

      const tray = manager.getByRole("region", { name: "From links" });
      await expect(tray.getByText("1 MB of 2 MB")).toBeVisible();
      await expect(cardOf(manager, "Slow.bin").getByText("50%")).toBeVisible();
      await expect(tray.getByText("There is no file at this link any more.")).toBeVisible();
      isThere = true;
      await tray.getByRole("button", { name: "Try Lost.bin again" }).click();
      await isReady(manager, "Lost.bin");
      // It is the server that fetches: this page is of no importance.
      await manager.reload();
      await expect(tray.getByText("1 MB of 2 MB")).toBeVisible();
      finish();
      await isReady(manager, "Slow.bin");
      await expect(tray).toBeHidden();
    },
  );
});

/** Somebody else's web server. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It ends with the worker; nothing of it is to keep that alive.
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What Ctrl+V does. */
async function paste(page: Page, { text, file }: { text?: string; file?: string }): Promise<void> {
  // Nobody listens before the page lives.
  await expect(page.getByRole("button", { name: "Add files" }).first()).toBeEnabled();
  await page.evaluate(
    ({ text, file }) => {
      const data = new DataTransfer();
      if (text) data.setData("text/plain", text);
      if (file) {
        const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], "image.png", { type: "image/png" }));
      }
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
      document.body.dispatchEvent(event);
    },
    { text, file },
  );
}
