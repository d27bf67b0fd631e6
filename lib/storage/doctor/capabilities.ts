import type { CheckName, Finding } from "./finding";

/** What a store was seen to do; kept with its row. */
export interface Capabilities {
  examinedAt: string;
  isWell: boolean;
  /** undefined: not tried, or it cannot be told. */
  can: Partial<Record<CheckName, boolean>>;
  findings: Finding[];
}

export function capabilitiesOf(findings: readonly Finding[], now: Date): Capabilities {
  const tried = findings.filter(({ outcome }) => outcome !== "skipped");
  return {
    examinedAt: now.toISOString(),
    isWell: findings.every(({ outcome }) => outcome !== "failed"),
    can: Object.fromEntries(tried.map(({ check, outcome }) => [check, outcome === "passed"])),
    findings: [...findings],
  };
}
