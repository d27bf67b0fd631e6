import { describe, expect, it } from "vitest";
import { lastUsedFirst } from "./last-client";

const clients = [{ id: "a" }, { id: "b" }, { id: "c" }];
const cookies = (value?: string) => ({ get: () => (value ? { value } : undefined) });

describe("lastUsedFirst", () => {
  it("puts the client of the last visit in front and keeps the order of the others", () => {
    expect(lastUsedFirst(clients, cookies("b")).map(({ id }) => id)).toEqual(["b", "a", "c"]);
  });

  it("changes nothing on a first visit, or when that client is gone", () => {
    expect(lastUsedFirst(clients, cookies())).toEqual(clients);
    expect(lastUsedFirst(clients, cookies("gone"))).toEqual(clients);
  });
});
