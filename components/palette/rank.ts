/** What a list can be searched by. */
export interface Findable {
  label: string;
  /** Other words for it, in whatever script people may type them. */
  keywords?: string | undefined;
}

/** Those that fit what was typed, the best first; equals stay in their order. */
export function rank<T extends Findable>(query: string, all: readonly T[]): T[] {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [...all];
  return all
    .map((one) => ({ one, score: scoreOf(words, one) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

function scoreOf(words: readonly string[], { label, keywords = "" }: Findable): number {
  const name = folded(label);
  const others = folded(keywords);
  let sum = 0;
  for (const word of words) {
    const score = scoreOfWord(word, name, others);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

function scoreOfWord(word: string, name: string, others: string): number {
  if (name.startsWith(word)) return 100;
  if (` ${name}`.includes(` ${word}`)) return 80;
  if (name.includes(word)) return 60;
  if (` ${others}`.includes(` ${word}`)) return 50;
  if (others.includes(word)) return 30;
  return word.length > 1 && isSubsequence(word, name) ? 10 : 0;
}

/** Letters in their order, with others between them: `lib` in `la bibliothèque`. */
function isSubsequence(word: string, text: string): boolean {
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
