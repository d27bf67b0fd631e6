import type { Page } from "@playwright/test";
import { test as stories } from "./fixtures";
import { type Line, openLine } from "./line";

export { expect } from "./fixtures";

/** Browsers reach the server over a wire that the story holds. */
export const test = stories.extend<{ line: Line }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures here
  line: async ({}, use) => {
    const line = await openLine(process.env.E2E_URL ?? "");
    await use(line);
    await line.close();
  },
  baseURL: ({ line }, use) => use(line.url),
});

/** Numbers of the parts that the browser sends, and of those whose arrival it has heard of. */
export function partsOf(page: Page) {
  const sent: number[] = [];
  const arrived = new Set<number>();
  page.on("request", (request) => {
    const number = partNumberOf(request.url());
    if (number) sent.push(number);
  });
  page.on("response", (response) => {
    const number = partNumberOf(response.url());
    if (number && response.ok()) arrived.add(number);
  });
  return {
    sent: () => sent,
    arrived: () => [...arrived].sort(),
    forgetSent: () => sent.splice(0),
  };
}

function partNumberOf(url: string): number {
  return Number(new URL(url).searchParams.get("partNumber") ?? 0);
}
