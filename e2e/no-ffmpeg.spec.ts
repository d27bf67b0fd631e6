import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { findArtifact, upload } from "./bytes";
import { addFiles, cardOf, isReady, openLibrary } from "./library";
import { makeClip } from "./media";
import { expect, test } from "./own-servers";

// Starting a server takes its time on a busy machine.
test.setTimeout(120_000);
test.use({ environment: { FFMPEG_PATH: "off", FFPROBE_PATH: "off" } });

test("Without ffmpeg a video is ready all the same, with a poster from the browser", async ({
  manager,
  client,
  api,
}) => {
  const [mine, theirs] = await Promise.all([
    makeClip("Mine.mp4", { color: "0x30a040" }),
    makeClip("Theirs.mp4", { color: "0xc03030" }),
  ]);
  await openLibrary(manager, client);
  await addFiles(manager, mine);
  await isReady(manager, "Mine.mp4");
  await expect(cardOf(manager, "Mine.mp4").getByText(/ · 640 × 360$/)).toBeVisible();
  await expect(cardOf(manager, "Mine.mp4").getByText("0:02")).toBeVisible();
  await hasPoster(manager, "Mine.mp4");

  // Added by a program, so that the first browser that sees it has to help.
  await upload(api, await readFile(theirs), theirs);
  await isReady(manager, "Theirs.mp4");
  await hasPoster(manager, "Theirs.mp4");
  for (const name of ["Mine.mp4", "Theirs.mp4"]) {
    const { posterUrl, wantsPoster } = await findArtifact(api, name);
    expect(wantsPoster).toBe(false);
    const poster = await api.get(posterUrl);
    expect(poster.headers()["content-type"]).toBe("image/webp");
  }
});

async function hasPoster(page: Page, name: string): Promise<void> {
  const picture = cardOf(page, name).getByRole("presentation").last();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), {
      timeout: 30_000,
    })
    .toBe(480);
}
