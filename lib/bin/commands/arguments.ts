import { InvalidArgumentError } from "commander";

const most = 64;

export function positiveInteger(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
}
