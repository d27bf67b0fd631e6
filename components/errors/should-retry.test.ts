import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/lib/sdk";
import { shouldRetry } from "./should-retry";

const answer = (status: number) =>
  new ApiProblem({ status, code: "", reason: "", detail: "" }, undefined);

describe("shouldRetry", () => {
  it("takes a definite no for an answer", () => {
    expect([400, 401, 403, 404, 409, 429].map((status) => shouldRetry(0, answer(status)))).toEqual(
      Array(6).fill(false),
    );
  });

  it("asks twice more when the server or the network is away", () => {
    expect([0, 1, 2].map((failures) => shouldRetry(failures, answer(503)))).toEqual([
      true,
      true,
      false,
    ]);
    expect(shouldRetry(0, new TypeError("Failed to fetch"))).toBe(true);
  });
});
