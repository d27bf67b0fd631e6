import { describe, expect, it } from "vitest";
import { assertObjectKey, newObjectKey, objectPath } from "./object-key";

describe("an object key", () => {
  it("begins with its client, is new each time, and stays below the root of a disk", () => {
    const key = newObjectKey("client_001", "originals");
    expect(key).toMatch(/^client_001\/originals\/[0-9a-f-]{36}$/);
    expect(newObjectKey("client_001", "originals")).not.toBe(key);
    expect(objectPath(key)).toBe(`objects/${key}`);
  });

  const id = "0197c5a0-0000-7000-8000-000000000000";
  it.each([
    "",
    "client_001",
    `/client_001/originals/${id}`,
    `client_001//${id}`,
    `client_001/../${id}`,
    `../originals/${id}`,
    `client_001\\originals\\${id}`,
    `client_001/originals/${id}\0`,
    `client_001/originals/${id}/`,
    `client_001/originals/${id}\n`,
    `client_001/originals/video.mp4`,
    `Client/originals/${id}`,
    `client_001/originals/${id.toUpperCase()}x`,
    `客户/originals/${id}`,
  ])("is not %j", (key) => {
    expect(() => assertObjectKey(key)).toThrow(expect.objectContaining({ reason: "bad_key" }));
  });

  it("is not made for a client whose id is no id", () => {
    expect(() => newObjectKey("../other", "originals")).toThrow();
  });
});
