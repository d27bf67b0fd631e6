import type { z } from "zod";

/** What is wrong with a setting, to its operator. Never its value: it may be a secret. */
export function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type" && issue.expected === "number") return "must be a number";
  if (issue.code === "invalid_type" && issue.expected === "int") return "must be a whole number";
  if (issue.code === "too_small") return `must be ${issue.minimum}${unitOf(issue)} or more`;
  if (issue.code === "too_big") return `must be ${issue.maximum}${unitOf(issue)} or less`;
  if (issue.code === "invalid_value") {
    const isSwitch = issue.values.includes("true") && issue.values.includes("false");
    return `must be ${isSwitch ? "true or false" : issue.values.join(", ")}`;
  }
  return issue.message;
}

const unitOf = ({ origin }: { origin: string }) => (origin === "string" ? " letters" : "");
