import { z } from "zod";

// NUL cannot be stored in Postgres text, half a surrogate pair not in its JSON; the other control
// characters have no place in a name.
const unfit = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

// Spaces without width and marks of direction alone would be a name that nobody sees.
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What people call something: one line that is not empty. */
export function lineOfText(maxCharacters: number) {
  return z
    .string()
    .trim()
    .refine((text) => [...text].length <= maxCharacters, {
      message: `at most ${maxCharacters} characters`,
    })
    .refine((text) => visible.test(text), { message: "at least one character that is seen" })
    .refine((text) => !unfit.test(text), {
      message: "no control characters, no halves of characters",
    });
}
