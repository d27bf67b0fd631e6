import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Opens the player where nobody is signed in; answers the digits that it shows. */
export async function openScreen(screen: Page, origin = ""): Promise<string> {
  await screen.goto(`${origin}/screen`);
  const digits = screen.getByRole("status").filter({ hasText: /^Pairing code: (\d ?){6}/ });
  await expect(digits).toBeVisible();
  const [code = ""] = /(?:\d ){5}\d/.exec(await digits.innerText()) ?? [];
  return code.replaceAll(" ", "");
}

/** Types the digits in as a manager does. */
export async function pairScreen(
  manager: Page,
  client: { id: string },
  { code, name }: { code: string; name: string },
): Promise<void> {
  await manager.goto(`/c/${client.id}/screens`);
  await manager.getByRole("button", { name: "Add screen" }).click();
  const dialog = manager.getByRole("dialog", { name: "Add a screen" });
  await dialog.getByLabel("Pairing code").fill(code);
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Connect screen" }).click();
  const done = manager.getByRole("dialog", { name: "Screen connected" });
  await expect(done.getByText(`“${name}” is connected`)).toBeVisible();
  await done.getByRole("button", { name: "Done" }).click();
}

interface Shown {
  name: string;
  /** Seconds into a video. */
  at: number;
  /** It comes from the screen's own disk. */
  isLocal: boolean;
}

/** What people in front of the screen see now. */
export function onGlass(screen: Page): Promise<Shown | undefined> {
  return screen.evaluate(() => {
    const layer = document.querySelector<HTMLElement>("[data-stage=showing]");
    if (!layer) return undefined;
    for (const video of layer.getElementsByTagName("video")) {
      const name = video.getAttribute("aria-label");
      if (name && getComputedStyle(video).visibility === "visible") {
        return { name, at: video.currentTime, isLocal: video.currentSrc.startsWith("blob:") };
      }
    }
    for (const { alt, src } of layer.getElementsByTagName("img")) {
      if (alt) return { name: alt, at: 0, isLocal: src.startsWith("blob:") };
    }
    return undefined;
  });
}

/** Waits until the clip is on the glass and moves. Answers when that was. */
export async function plays(screen: Page, name: string): Promise<number> {
  const when = { at: 0 };
  await expect
    .poll(
      async () => {
        const shown = await onGlass(screen);
        when.at = Date.now();
        return shown && shown.at > 0 ? shown.name : undefined;
      },
      { message: `“${name}” plays`, intervals: [25], timeout: 30_000 },
    )
    .toBe(name);
  return when.at;
}

/** Waits until the clip is not seen any more. Answers when that was. */
export async function isGone(screen: Page, name: string): Promise<number> {
  const when = { at: 0 };
  await expect
    .poll(
      async () => {
        const shown = await onGlass(screen);
        when.at = Date.now();
        return shown?.name;
      },
      { message: `“${name}” has left`, intervals: [25], timeout: 30_000 },
    )
    .not.toBe(name);
  return when.at;
}
