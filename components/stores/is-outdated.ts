import type { Store } from "@/lib/stores/schema";

/** The place has stopped answering, or answers again, since it was checked with another outcome. */
export function isOutdated({ health, examination }: Pick<Store, "health" | "examination">) {
  if (!examination || !health.since) return false;
  if (Date.parse(examination.examinedAt) >= Date.parse(health.since)) return false;
  const { findings } = examination;
  if (health.state !== "up") return findings.every(({ outcome }) => outcome !== "failed");
  return findings.some(({ check, outcome }) => check === "reach" && outcome === "failed");
}
