import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Manifest } from "@/lib/screens/schema";
import { ApiProblem, type FetchedManifest } from "@/lib/sdk";
import { openManifestFeed } from "./manifest-feed";

function fetched(revision: string, urlsExpireInMs = 3_600_000): FetchedManifest {
  const screen = { id: "00000000-0000-7000-8000-000000000000", name: "Window", region: null };
  const manifest = { screen, revision, items: [], urlsExpireAt: "2030-01-01T00:00:00Z" };
  return { manifest, etag: `"${revision}"`, urlsExpireInMs };
}

function refusal(status: number, code: string): ApiProblem {
  return new ApiProblem({ status, code, reason: code, detail: code }, undefined);
}

function start(answer: (call: number) => FetchedManifest | undefined) {
  const asked: { etag: string | null; revision: string | undefined }[] = [];
  const seen: Manifest[] = [];
  let refused = 0;
  const feed = openManifestFeed({
    fetchManifest: async (question) => {
      asked.push(question);
      return answer(asked.length);
    },
    onManifest: (manifest) => seen.push(manifest),
    onRefused: () => refused++,
  });
  return { feed, asked, seen, refused: () => refused };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("openManifestFeed", () => {
  it("asks at once and, as a push may be lost, every minute with the tag at hand", async () => {
    const { asked, seen, feed } = start((call) => (call === 1 ? fetched("r1") : undefined));
    await pass(0);
    expect(seen.map(({ revision }) => revision)).toEqual(["r1"]);
    await pass(60_000);
    expect(asked).toEqual([
      { etag: null, revision: undefined },
      { etag: '"r1"', revision: undefined },
    ]);
    feed.stop();
    await pass(600_000);
    expect(asked).toHaveLength(2);
  });

  it("asks for a revision that it was told of, unless it has it", async () => {
    const { asked, feed } = start((call) => fetched(`r${call}`));
    await pass(0);
    feed.hint("r1");
    await pass(0);
    expect(asked).toHaveLength(1);
    feed.hint("r2");
    await pass(0);
    expect(asked[1]).toEqual({ etag: '"r1"', revision: "r2" });
  });

  it("asks once more when hints come while it is asking", async () => {
    const { asked, feed } = start((call) => fetched(`r${call}`));
    feed.hint("r7");
    feed.hint("r8");
    feed.hint("r9");
    await pass(0);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.revision).toBe("r9");
  });

  it("renews addresses well before they expire, whatever the tag", async () => {
    const { asked } = start(() => fetched("r1", 60_000));
    await pass(0);
    await pass(30_000);
    expect(asked[1]?.etag).toBeNull();
  });

  it("tries again after an error, ever more rarely, and keeps what it has", async () => {
    const { asked, seen } = start((call) => {
      if (call > 1 && call < 5) throw new TypeError("Failed to fetch");
      return fetched(`r${call}`);
    });
    await pass(0);
    await pass(60_000 + 1_000 + 2_000);
    expect(asked).toHaveLength(4);
    expect(seen).toHaveLength(1);
    await pass(4_000);
    expect(seen).toHaveLength(2);
  });

  it("says that it was refused only when the server itself knows no such screen", async () => {
    const problems = [
      refusal(401, "internal"),
      refusal(503, "unavailable"),
      refusal(401, "unauthenticated"),
    ];
    const { refused } = start((call) => {
      throw problems[call - 1];
    });
    await pass(0);
    await pass(1_000);
    expect(refused()).toBe(0);
    await pass(2_000);
    expect(refused()).toBe(1);
  });
});
