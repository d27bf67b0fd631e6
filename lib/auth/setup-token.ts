import type { Secrets } from "@/lib/secrets";

const text = "first-administrator";

/** The secret of the link that start prints as long as there is nobody. */
export function setupToken(secrets: Secrets): string {
  return secrets.sign("setup", text);
}

export function isSetupToken(secrets: Secrets, token: string): boolean {
  return secrets.verify("setup", text, token);
}
