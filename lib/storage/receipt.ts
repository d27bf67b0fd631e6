import { AppError } from "@/lib/errors";
import type { Secrets } from "@/lib/secrets";
import type { UploadReceipt } from "./driver";

/** Our word that these bytes lie under this key with this hash; only we can write it. */
export function signReceipt(secrets: Secrets, receipt: UploadReceipt): string {
  const { key, sizeBytes, sha256 } = receipt;
  const text = Buffer.from(JSON.stringify({ key, sizeBytes, sha256 })).toString("base64url");
  return `${text}.${secrets.sign("receipt", text)}`;
}

/** `invalid` with reason `bad_receipt` for anything that we did not write. */
export function verifyReceipt(secrets: Secrets, receipt: string): UploadReceipt {
  const [text = "", mac = ""] = receipt.split(".");
  if (!secrets.verify("receipt", text, mac)) {
    throw new AppError("invalid", "not a receipt of ours", { reason: "bad_receipt" });
  }
  return JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as UploadReceipt;
}
