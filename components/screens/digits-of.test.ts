import { describe, expect, it } from "vitest";
import { digitsOf } from "./digits-of";

describe("digitsOf", () => {
  it("finds the code however it was written", () => {
    for (const text of ["123456", "123 456", "123-456", " 123456\n", "１２３４５６", "123456789"]) {
      expect(digitsOf(text)).toBe("123456");
    }
  });

  it("takes it out of the link that the QR code holds", () => {
    expect(digitsOf("http://192.168.1.20:3000/pair?code=123456")).toBe("123456");
  });

  it("keeps what there is of a code that is not complete", () => {
    expect(digitsOf("12a3")).toBe("123");
  });
});
