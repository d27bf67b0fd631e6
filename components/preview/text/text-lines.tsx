import { cn } from "@/components/ui/cn";

interface TextLinesProps {
  lines: readonly string[];
  wraps: boolean;
  label: string;
}

const linesPerBlock = 100;

/** Lines with their numbers. Blocks that are out of sight cost nothing, so a long text scrolls well. */
export function TextLines({ lines, wraps, label }: TextLinesProps) {
  const blocks = Math.ceil(lines.length / linesPerBlock);
  const digits = String(lines.length).length;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      // Lines that wrap leave sideways to the neighbours.
      {...(wraps ? {} : { "data-own-touch": "", "data-own-keys": "" })}
      className={cn(
        "min-h-0 flex-1 overflow-auto bg-surface py-3 font-mono text-sm leading-6 outline-offset-[-2px]",
        wraps ? "touch-pan-y" : "touch-auto",
      )}
    >
      {Array.from({ length: blocks }, (_, block) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
          key={block}
          className="[contain-intrinsic-size:auto_150rem] [content-visibility:auto]"
        >
          {lines.slice(block * linesPerBlock, (block + 1) * linesPerBlock).map((line, index) => {
            const number = block * linesPerBlock + index + 1;
            return (
              <div key={number} className="flex pr-14 pl-14 max-sm:px-3">
                <span
                  aria-hidden
                  className="shrink-0 pr-4 text-right text-muted select-none"
                  style={{ width: `calc(${digits}ch + 1rem)` }}
                >
                  {number}
                </span>
                <span className={cn("min-w-0", wraps ? "whitespace-pre-wrap" : "whitespace-pre")}>
                  {line === "" ? " " : line}
                </span>
              </div>
            );
          })}
        </div>
      ))}
    </section>
  );
}
