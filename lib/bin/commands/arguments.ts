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

const factors: Record<string, number> = {
  ...{ "": 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 },
  ...{ kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30, tib: 2 ** 40 },
};

/** No limit. Commander would make an empty text of null. */
export type OrNone = number | "none";

/** `10GB`, `1.5 TB`, `512MiB`, plain bytes, `none`. */
export function bytesOrNone(text: string): OrNone {
  if (text === "none") return text;
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const bytes = Math.round(Number(number) * (factors[unit.toLowerCase()] ?? Number.NaN));
  if (number !== "" && Number.isSafeInteger(bytes)) return bytes;
  throw new InvalidArgumentError("It must be a size, for example 10GB or 512MiB, or none.");
}

/** A whole number, or `none`. */
export function countOrNone(text: string): OrNone {
  if (text === "none") return text;
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count)) return count;
  throw new InvalidArgumentError("It must be a whole number, or none.");
}
