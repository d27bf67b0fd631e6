import { describe, expect, it } from "vitest";
import type { ZodType } from "zod";
import { ArtifactName, UpdateArtifact } from "@/lib/artifacts/schema";
import { PersonName } from "@/lib/auth/schema";
import { CreateClient, CreateSite, UpdateSite } from "@/lib/clients/schema";
import { ScreenName, UpdateScreen } from "@/lib/screens/schema";

const named: [string, (name: string) => boolean][] = [
  ["an artifact", fits(ArtifactName)],
  ["a person", fits(PersonName)],
  ["a screen", fits(ScreenName)],
  ["a site", (name) => CreateSite.safeParse({ name }).success],
  ["a client", (name) => CreateClient.safeParse({ id: "c", name }).success],
];

function fits(schema: ZodType) {
  return (name: string) => schema.safeParse(name).success;
}

describe.each(named)("the name of %s", (_, isName) => {
  it.each(["门店 7", "😀🎬", "../../etc/passwd", "é".repeat(80)])("may be %j", (name) => {
    expect(isName(name)).toBe(true);
  });

  it.each([
    ["NUL", "a\0b"],
    ["a line break", "a\r\nb"],
    ["a line separator", "a\u2028b"],
    ["half a surrogate pair", "a\ud800b"],
    ["nothing", "  "],
    ["nothing that is seen", "\u200b\u202e"],
    ["300 characters", "n".repeat(300)],
  ])("is refused with %s", (_, name) => {
    expect(isName(name)).toBe(false);
  });
});

it("counts characters, not the halves that JavaScript makes of some", () => {
  expect(fits(ScreenName)("😀".repeat(80))).toBe(true);
  expect(fits(ScreenName)("😀".repeat(81))).toBe(false);
});

it.each([UpdateArtifact, UpdateSite.omit({ name: true }), UpdateScreen])(
  "a version beyond what Postgres counts to is the caller's mistake, schema %#",
  (schema) => {
    expect(schema.safeParse({ version: 2 ** 31 - 1 }).success).toBe(true);
    expect(schema.safeParse({ version: 2 ** 31 }).success).toBe(false);
    expect(schema.safeParse({ version: Number.MAX_SAFE_INTEGER }).success).toBe(false);
  },
);
