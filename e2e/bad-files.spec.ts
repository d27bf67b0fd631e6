import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { findArtifact } from "./bytes";
import { expect, test } from "./fixtures";
import { addFiles, cardOf, choose, isReady, openLibrary, uploadOf } from "./library";
import { makeClip } from "./media";

test("A file that is not what its name says, is cut off, or is empty says so in the list", async ({
  manager,
  client,
}) => {
  const [web, camera] = await Promise.all([
    makeClip("Web.mp4", { seconds: 4 }).then((path) => readFile(path)),
    makeClip("Camera.mp4", { seconds: 4, index: "end" }).then((path) => readFile(path)),
  ]);
  const video = (name: string, buffer: Buffer) => ({ name, mimeType: "video/mp4", buffer });
  await openLibrary(manager, client);
  await addFiles(manager, [
    video("Notes.mp4", Buffer.from("Milk, coffee beans, lamps for the window.\n".repeat(99))),
    video("Half a web.mp4", web.subarray(0, web.length / 2)),
    video("Half a camera.mp4", camera.subarray(0, camera.length / 2)),
    video("Nothing.mp4", Buffer.alloc(0)),
    video("Noise.mp4", withNoise(web)),
  ]);

  const sentences = {
    "Notes.mp4": "This file is not what its name says it is.",
    "Half a web.mp4": "This file is cut off: its end is missing.",
    "Half a camera.mp4": "This file is cut off: its end is missing.",
    "Nothing.mp4": "This file is empty.",
    "Noise.mp4": "This file is damaged and cannot be played.",
  };
  for (const [name, sentence] of Object.entries(sentences)) {
    const card = cardOf(manager, name);
    await expect(card.getByText("Not usable"), name).toBeVisible({ timeout: 30_000 });
    await expect(card.getByText(sentence), name).toBeVisible();
  }
  await expect(uploadOf(manager, "Noise.mp4").getByText(sentences["Noise.mp4"])).toBeVisible();
  await cardOf(manager, "Notes.mp4").getByRole("button", { name: "Preview Notes.mp4" }).click();
  const preview = manager.getByRole("dialog", { name: "Notes.mp4" });
  await expect(preview.getByText("This file is not what its name says it is.")).toBeVisible();
});

test("Names are only names: paths stay text, pictures in them survive, too long ones are refused", async ({
  manager,
  client,
}) => {
  const clip = await readFile(await makeClip("clip.mp4"));
  const odd = [
    "🍜 牛肉面 & “sale” <b>50%</b>.mp4",
    "../../etc/passwd.mp4",
    `${"a".repeat(251)}.mp4`,
  ];
  const tooLong = `${"b".repeat(300)}.mp4`;
  await openLibrary(manager, client);
  await addFiles(
    manager,
    [...odd, tooLong].map((name, index) => {
      return { name, mimeType: "video/mp4", buffer: Buffer.concat([clip, freeBox(index)]) };
    }),
  );
  for (const name of odd) await isReady(manager, name);
  await expect(
    uploadOf(manager, tooLong).getByText("The file’s name is too long or has characters"),
  ).toBeVisible();
  // It lies over the card in the corner.
  await manager.getByRole("button", { name: "Close the list" }).click();

  for (const [name, saved] of [
    [odd[0], /^🍜 牛肉面 & .*sale.*50%.*\.mp4$/],
    [odd[1], /^[^/\\]*etc_passwd\.mp4$/],
  ] as const) {
    const download = manager.waitForEvent("download");
    await choose(manager, name ?? "", "Download");
    expect((await download).suggestedFilename()).toMatch(saved);
  }
});

/** What players skip: no two of the films are the same, so nobody asks about duplicates. */
function freeBox(index: number): Buffer {
  return Buffer.from([0, 0, 0, 9, ...Buffer.from("free"), index]);
}

/** Whole by its index, but what should be pictures and sound is nothing. */
function withNoise(video: Buffer): Buffer {
  const content = video.indexOf("mdat") + 4;
  return Buffer.concat([video.subarray(0, content), Buffer.alloc(video.length - content, "noise")]);
}

// Says so in every way it can when it runs on our origin.
const script = `
  alert("ran");
  document.title = "ran";
  fetch("/api/v1/me").then(() => fetch("/ran?" + document.cookie));
  try { window.opener.ran = true } catch {}
  globalThis.ran = true;
`;
const html = `<!doctype html><title>page</title><script>${script}</script><img src=x onerror="alert(1)">`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" onload="alert('ran')"><script>${script}</script><rect width="90" height="60" fill="tomato"/></svg>`;
const hostile = [
  { name: "page.html", mimeType: "text/html", buffer: Buffer.from(html) },
  { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from(svg) },
  { name: "code.js", mimeType: "text/javascript", buffer: Buffer.from(script) },
  { name: "page.xhtml", mimeType: "application/xhtml+xml", buffer: Buffer.from(`${html} `) },
  { name: "as a picture.png", mimeType: "image/png", buffer: Buffer.from(`${html}  `) },
  { name: "as text.txt", mimeType: "text/plain", buffer: Buffer.from(`${html}   `) },
];

test("A file with a script never runs on our origin, however it is opened", async ({
  manager,
  client,
  api,
}) => {
  await openLibrary(manager, client);
  await addFiles(manager, hostile);
  for (const { name } of hostile) {
    await expect(cardOf(manager, name).getByText(/^(Ready|Not usable)$/)).toBeVisible({
      timeout: 30_000,
    });
  }
  const context = manager.context();
  const signs: string[] = [];
  const watch = (page: Page) => {
    page.on("dialog", (dialog) => {
      signs.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
  };
  context.on("page", watch);
  context.on("request", (request) => {
    if (/\/ran|\/me$/.test(request.url())) signs.push(request.url());
  });

  for (const { name } of hostile) {
    const { mediaUrl, id, sha256 } = await findArtifact(api, name);
    // One that failed is not offered, but whoever signed in can still guess its address.
    const url = mediaUrl ?? `/media/${client.id}/${id}/${sha256}`;
    const answer = await api.get(url);
    if (!answer.ok()) continue;
    const headers = answer.headers();
    expect(headers["content-security-policy"], name).toMatch(/default-src 'none'.*sandbox/);
    expect(headers["x-content-type-options"], name).toBe("nosniff");

    const opened = await context.newPage();
    const download = opened.waitForEvent("download", { timeout: 30_000 }).catch(() => undefined);
    const went = await opened.goto(url).catch(() => undefined);
    if (headers["content-disposition"]?.startsWith("attachment")) {
      expect((await download)?.suggestedFilename(), name).toBe(name);
    } else {
      expect(went?.headers()["content-type"], name).toMatch(/^(image\/png|text\/plain)/);
      expect(await opened.title(), name).not.toBe("ran");
      expect(await opened.evaluate(() => "ran" in globalThis), name).toBe(false);
    }
    await opened.close();

    // From a page of ours: as a script, as a picture, as an embedded page.
    await manager.evaluate(async (url) => {
      const put = (tag: "script" | "img" | "iframe") =>
        new Promise((resolve) => {
          const element = Object.assign(document.createElement(tag), { src: url });
          element.onload = resolve;
          element.onerror = resolve;
          document.body.append(element);
        });
      await Promise.all([put("script"), put("img")]);
      await Promise.race([put("iframe"), new Promise((resolve) => setTimeout(resolve, 300))]);
    }, url);
    expect(await manager.evaluate(() => "ran" in globalThis), name).toBe(false);
  }
  expect(signs).toEqual([]);
});
