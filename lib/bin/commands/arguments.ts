import { InvalidArgumentError } from "commander";

export const positiveInteger = upTo(64);

/** At most a year. */
export const hours = upTo(8760);

function upTo(most: number) {
  return (text: string): number => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${most}.`);
  };
}
