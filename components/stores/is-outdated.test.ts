import { expect, test } from "vitest";
import type { Store } from "@/lib/stores/schema";
import { isOutdated } from "./is-outdated";

const [earlier, later] = ["2026-01-01T10:00:00.000Z", "2026-01-01T11:00:00.000Z"];
const seen = (state: Store["health"]["state"], since: string): Store["health"] => ({
  ...{ state, since, lastError: null, latencyMs: null },
});
const checked = (check: string, outcome: "passed" | "failed", examinedAt: string) => ({
  ...{ examinedAt, isWell: outcome === "passed", findings: [{ check, outcome }] },
});

test.each([
  ["worked, then stopped answering", "down", later, "reach", "passed", earlier, true],
  ["worked, and is being tried since", "trying", later, "reach", "passed", earlier, true],
  ["worked after it had stopped", "down", earlier, "reach", "passed", later, false],
  ["failed, and does not answer", "down", later, "reach", "failed", earlier, false],
  ["failed, and answers again", "up", later, "reach", "failed", earlier, true],
  [
    "failed for its rules, which an answer does not mend",
    "up",
    later,
    "cors",
    "failed",
    earlier,
    false,
  ],
  ["works, and answers", "up", earlier, "reach", "passed", later, false],
] as const)("A place that %s", (_, state, since, check, outcome, examinedAt, outdated) => {
  const examination = checked(check, outcome, examinedAt);
  expect(isOutdated({ health: seen(state, since), examination })).toBe(outdated);
});

test("A place that was never checked", () => {
  expect(isOutdated({ health: seen("down", later), examination: null })).toBe(false);
});
