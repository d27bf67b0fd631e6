/** How long an image stands in the first form of a screen. */
export const imageDurationMs = 10_000;

/** Why a screen passes over an item; the sentence for people is `screens.faults.<fault>` in lib/i18n. */
export const screenFaults = ["network", "unplayable", "stalled", "blocked"] as const;
type Fault = (typeof screenFaults)[number];

/** `problem` of a receipt: the fault and the name of the item, in one line. */
export function wordProblem(fault: Fault, name: string): string {
  return `${fault}: ${name}`.slice(0, 200).toWellFormed();
}

export function readProblem(problem: string): { fault: Fault | undefined; name: string } {
  const [, word, name] = /^(\w+): (.*)$/.exec(problem) ?? [];
  const fault = screenFaults.find((fault) => fault === word);
  return fault ? { fault, name: name ?? "" } : { fault: undefined, name: problem };
}
