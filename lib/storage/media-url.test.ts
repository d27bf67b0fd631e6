import { describe, expect, it } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import {
  mediaUrlExpiry,
  screenMediaWindowSeconds,
  signMediaUrl,
  verifyMediaUrl,
} from "./media-url";

const secrets = deriveSecrets("s".repeat(32));
const link = {
  clientId: "client_001",
  artifactId: "0197c5a0-0000-7000-8000-000000000000",
  sha256: "a".repeat(64),
};
const at = (time: string) => new Date(`2026-06-01T${time}Z`);
const queryOf = (url: string) => {
  const query = new URL(url, "http://x").searchParams;
  return { expires: query.get("e") ?? "", signature: query.get("s") ?? "" };
};

describe("a link to media", () => {
  it("repeats byte for byte inside a window, and changes with the next", () => {
    const first = signMediaUrl(secrets, { ...link, now: at("12:00:00") });
    expect(signMediaUrl(secrets, { ...link, now: at("12:14:59") })).toBe(first);
    expect(signMediaUrl(secrets, { ...link, now: at("12:15:00") })).not.toBe(first);
  });

  it("is good for one whole window at least, and for two at most", () => {
    const query = queryOf(signMediaUrl(secrets, { ...link, now: at("12:14:59") }));
    verifyMediaUrl(secrets, { ...link, ...query, now: at("12:29:59") });
    expect(() => verifyMediaUrl(secrets, { ...link, ...query, now: at("12:30:00") })).toThrow(
      expect.objectContaining({ code: "forbidden", reason: "url_expired" }),
    );
  });

  it("may be asked to outlive a night without the server", () => {
    const now = at("12:00:00");
    const windowSeconds = screenMediaWindowSeconds;
    const query = queryOf(signMediaUrl(secrets, { ...link, now, windowSeconds }));
    verifyMediaUrl(secrets, { ...link, ...query, now: new Date(now.getTime() + 86_400_000) });
    expect(Number(query.expires)).toBe(mediaUrlExpiry(now, windowSeconds));
  });

  it.each([
    { clientId: "client_002" },
    { artifactId: "0197c5a0-0000-7000-8000-000000000001" },
    { sha256: "b".repeat(64) },
    { expires: "9999999999" },
    { signature: "" },
  ])("altered by %j is refused", (change) => {
    const now = at("12:00:00");
    const query = queryOf(signMediaUrl(secrets, { ...link, now }));
    expect(() => verifyMediaUrl(secrets, { ...link, ...query, now, ...change })).toThrow(
      expect.objectContaining({ code: "forbidden", reason: "bad_signature" }),
    );
  });
});
