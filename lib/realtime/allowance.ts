export interface Allowance {
  /** False: too many, too fast. */
  take(): boolean;
}

/** A bucket of `burst` tokens that fills with `perSecond`. */
export function createAllowance(burst: number, perSecond: number, now = Date.now): Allowance {
  let tokens = burst;
  let filledAt = now();
  return {
    take() {
      const at = now();
      tokens = Math.min(burst, tokens + ((at - filledAt) / 1000) * perSecond);
      filledAt = at;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
