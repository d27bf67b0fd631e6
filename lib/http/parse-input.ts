import type { output, ZodType, z } from "zod";

/** What came in does not fit its schema. A ZodError from anywhere else is a bug of ours. */
export class BadInput extends Error {
  constructor(readonly issues: z.core.$ZodIssue[]) {
    super("the input does not fit its schema");
    this.name = "BadInput";
  }
}

export function parseInput<S extends ZodType>(schema: S, value: unknown): output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BadInput(parsed.error.issues);
  return parsed.data;
}
