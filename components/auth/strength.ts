const shortest = 10;
const long = 16;

/** By length alone (NIST SP 800-63B): rules about signs and digits make passwords worse. */
export function strengthOf(password: string): "short" | "fair" | "strong" {
  if (password.length < shortest) return "short";
  return password.length < long ? "fair" : "strong";
}

export function missingCharacters(password: string): number {
  return Math.max(0, shortest - password.length);
}
