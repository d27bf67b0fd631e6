import { describe, expect, it } from "vitest";
import { mayFollow, precedingStatuses } from "./lifecycle";

describe("the life of an artifact", () => {
  it("goes from the upload over the job to the screens", () => {
    expect(mayFollow("UPLOADING", "PROCESSING")).toBe(true);
    expect(mayFollow("PROCESSING", "AVAILABLE")).toBe(true);
    expect(mayFollow("AVAILABLE", "EXPIRED")).toBe(true);
  });

  it("goes back to waiting for bytes only when they could not be had", () => {
    expect(precedingStatuses("UPLOADING")).toEqual(["FAILED"]);
  });

  it("ends when it is deleted", () => {
    expect(precedingStatuses("DELETED")).not.toContain("DELETED");
    expect(mayFollow("DELETED", "AVAILABLE")).toBe(false);
  });

  it("can only fail while its bytes come or are processed", () => {
    expect(precedingStatuses("FAILED")).toEqual(["UPLOADING", "PROCESSING"]);
  });
});
