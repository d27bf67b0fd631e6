/** What is looked at, in this order. */
export const checkNames = [
  "reach",
  "objects",
  "put",
  "length",
  "type",
  "signature",
  "range",
  "cors",
  "overwrite",
  "parts",
  "abort",
  "clock",
  "lifecycle",
] as const;
export type CheckName = (typeof checkNames)[number];

/** `warned`: it works, and something should be done. `skipped`: makes no sense here, or cannot be asked. */
export type Outcome = "passed" | "warned" | "failed" | "skipped";

export interface Finding {
  check: CheckName;
  outcome: Outcome;
  /** What the store said, or how far off it is; never anything secret or signed. */
  detail?: string;
  /** To be pasted at the store. */
  fix?: string;
}

/** Ends a check with something else than "passed". */
export class Told extends Error {
  constructor(
    readonly outcome: Exclude<Outcome, "passed">,
    readonly detail: string,
    readonly fix?: string,
  ) {
    super(detail);
  }
}

export function failed(detail: string, fix?: string): Told {
  return new Told("failed", detail, fix);
}
