import { expect, it } from "vitest";
import { deriveSecrets } from "@/lib/secrets";
import { signReceipt, verifyReceipt } from "./receipt";

const secrets = deriveSecrets("s".repeat(32));
const receipt = { key: "client_001/originals/x", sizeBytes: 5, sha256: "a".repeat(64) };

it("is believed as we wrote it and in no other form", () => {
  const signed = signReceipt(secrets, receipt);
  expect(verifyReceipt(secrets, signed)).toEqual(receipt);
  const [, mac] = signed.split(".");
  const forged = Buffer.from(JSON.stringify({ ...receipt, sizeBytes: 6 })).toString("base64url");
  for (const text of ["", ".", "x", `${signed}x`, `${forged}.${mac}`, `${forged}.`]) {
    expect(() => verifyReceipt(secrets, text)).toThrow(
      expect.objectContaining({ code: "invalid", reason: "bad_receipt" }),
    );
  }
});
