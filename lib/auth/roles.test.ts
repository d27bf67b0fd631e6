import { describe, expect, it } from "vitest";
import { scopesOf } from "./roles";

const of = (role: Parameters<typeof scopesOf>[0]) => [...scopesOf(role)].sort();

describe("roles", () => {
  it("may what they are meant to, and no more", () => {
    const view = ["artifacts:read", "members:read", "screens:read"];
    const manage = ["artifacts:delete", "artifacts:write", "members:write", "screens:write"];
    expect(of("VIEWER")).toEqual(view);
    expect(of("UPLOADER")).toEqual([...view, "artifacts:write"].sort());
    expect(of("MANAGER")).toEqual([...view, ...manage].sort());
    expect(of("OWNER")).toEqual([...view, ...manage, "client:write"].sort());
  });
});
