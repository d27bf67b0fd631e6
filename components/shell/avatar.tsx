import { cn } from "@/components/ui/cn";

/** The first letters of a name; of a Chinese name its last character, as colleagues would say it. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = (word: string | undefined) => Array.from(word ?? "");
  if (/\p{Script=Han}/u.test(name)) return letters(words.at(-1)).at(-1) ?? "";
  const first = letters(words[0])[0] ?? "";
  const last = words.length > 1 ? (letters(words.at(-1))[0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span
      aria-hidden
      // Drawn by CSS: the letters are decoration, not a part of any name.
      data-initials={initialsOf(name)}
      className={cn(
        "grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent before:content-[attr(data-initials)]",
        className,
      )}
    />
  );
}
