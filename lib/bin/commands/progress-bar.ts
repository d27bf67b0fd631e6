import { formatBytes } from "@/lib/format-bytes";

interface ProgressTarget {
  write(text: string): unknown;
  /** A line can be drawn over; else a new one is written now and then. */
  isTTY?: boolean | undefined;
}

interface Total {
  files: number;
  bytes: number;
}

const width = 30;
const redrawMs = 100;
const lineMs = 5_000;

/** How far it is, how fast and how long yet. `now` in milliseconds. */
export function createProgressBar(target: ProgressTarget, now: () => number = Date.now) {
  const begun = now();
  let total: Total = { files: 0, bytes: 0 };
  const done: Total = { files: 0, bytes: 0 };
  let drawnAt = Number.NEGATIVE_INFINITY;

  function line(): string {
    const isCounted = total.bytes > 0;
    const share = isCounted ? done.bytes / total.bytes : done.files / Math.max(1, total.files);
    const part = Math.min(1, share);
    const seconds = Math.max(0.001, (now() - begun) / 1000);
    const rate = done.bytes / seconds;
    const left = rate > 0 ? `, ${formatSeconds((total.bytes - done.bytes) / rate)} left` : "";
    const bar = "█".repeat(Math.round(part * width)).padEnd(width, "░");
    const files = `${done.files} of ${total.files} files`;
    return `${bar} ${Math.floor(part * 100)} %  ${files}, ${formatBytes(done.bytes)} of ${formatBytes(total.bytes)}, ${formatBytes(rate)}/s${part < 1 ? left : ""}`;
  }

  function draw(always = false): void {
    const everyMs = target.isTTY ? redrawMs : lineMs;
    if (!always && now() - drawnAt < everyMs) return;
    drawnAt = now();
    target.write(target.isTTY ? `\r\u001b[2K${line()}` : `${line()}\n`);
  }

  return {
    start(counted: Total): void {
      total = counted;
      draw();
    },
    /** More than were counted may come: what is uploaded meanwhile. */
    add(bytes: number): void {
      done.files += 1;
      done.bytes += bytes;
      total = {
        files: Math.max(total.files, done.files),
        bytes: Math.max(total.bytes, done.bytes),
      };
      draw();
    },
    /** A sentence above the bar. */
    say(sentence: string): void {
      target.write(target.isTTY ? `\r\u001b[2K${sentence}\n` : `${sentence}\n`);
      draw(target.isTTY);
    },
    end(): void {
      draw(true);
      if (target.isTTY) target.write("\n");
    },
  };
}

function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
